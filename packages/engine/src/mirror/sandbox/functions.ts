import {
  aggregateFunctions,
  caseless,
  constantArguments,
  copyingFunctions,
  growingFunctions,
  guard,
  mostArguments,
  mostConstant,
  mostWildcards,
  scalarFunctions,
  triedPatterns,
  windowFunctions,
} from './allowed.ts';
import { lower } from './names.ts';
import { flag, listOf, objectOf, oneOf, refuse, type Built, type Node, type Place, type Rule } from './tree.ts';

interface Parts {
  readonly expression: Rule;
  readonly expressions: Rule;
  readonly orders: Rule;
  readonly order: Rule;
}

type Rules = Readonly<Record<string, Rule>>;

/** Each argument of a function whose texts grow counts so much: the memory that it may take is not DuckDB's to limit. */
const growthCost = 300;
/** Each function that copies a text which is no constant counts so much, for the same reason. */
const copyCost = 150;

/** The grammar itself writes some functions with this schema. */
const home = oneOf('main', '');

const functionName: Rule = (value, { statement }, node) => {
  const name = lower(value);
  const isKnown = scalarFunctions.has(name) || aggregateFunctions.has(name) || growingFunctions.has(name);
  if (!isKnown && !(statement.isGuarded && name === guard)) throw refuse('function', String(value), node);
  return { node: name, cost: 0 };
};

function textCost(name: string, children: readonly unknown[]): number {
  if (growingFunctions.has(name)) return children.length * growthCost;
  if (!copyingFunctions.has(name)) return 0;
  return children.every((child) => objectOf(child)['class'] === 'CONSTANT') ? 0 : copyCost;
}

export function functionRules({ expression, expressions, orders }: Parts): Rules {
  return {
    type: oneOf('FUNCTION'),
    schema: home,
    function_name: functionName,
    children: (value, place, node) => {
      const name = lower(node['function_name']);
      if (Array.isArray(value)) checkArguments(name, value, node);
      const { node: children, cost } = expressions(value, place, node);
      return { node: children, cost: cost + textCost(name, listOf(children)) };
    },
    filter: expression,
    order_bys: orders,
    distinct: flag,
    is_operator: flag,
  };
}

const frameTypes = oneOf(
  ...['UNBOUNDED_PRECEDING', 'UNBOUNDED_FOLLOWING'],
  ...['ROWS', 'RANGE', 'GROUPS'].flatMap((unit) => [
    `CURRENT_ROW_${unit}`,
    `EXPR_PRECEDING_${unit}`,
    `EXPR_FOLLOWING_${unit}`,
  ]),
);

const windowName: Rule = (value, _, node) => {
  const name = lower(value);
  if (!aggregateFunctions.has(name) && !windowFunctions.has(name)) throw refuse('function', String(value), node);
  return { node: name, cost: 0 };
};

export function windowRules({ expression, expressions, order }: Parts): Rules {
  return {
    // Which function it is says `function_name`; DuckDB takes both from the same list.
    type: (value, place, node) => {
      const name = lower(node['function_name']);
      const type = aggregateFunctions.has(name) && !windowFunctions.has(name) ? 'AGGREGATE' : name.toUpperCase();
      const own = type === 'DENSE_RANK' ? ['WINDOW_RANK_DENSE', 'WINDOW_DENSE_RANK'] : [`WINDOW_${type}`];
      const first = ['FIRST', 'LAST'].includes(name.toUpperCase()) ? [`WINDOW_${name.toUpperCase()}_VALUE`] : [];
      return oneOf(...own, ...first)(value, place, node);
    },
    schema: home,
    function_name: windowName,
    children: (value, place, node) => {
      checkArguments(lower(node['function_name']), listOf(value), node);
      return expressions(value, place, node);
    },
    partitions: expressions,
    orders: order,
    start: frameTypes,
    end: frameTypes,
    start_expr: expression,
    end_expr: expression,
    offset_expr: expression,
    default_expr: expression,
    filter_expr: expression,
    exclude_clause: oneOf('CURRENT_ROW', 'GROUP', 'TIES', 'NO_OTHER'),
    arg_orders: order,
    ignore_nulls: flag,
    distinct: flag,
  };
}

/** Refuses lists of values, and holds arguments that decide how much a function makes, or how long it takes, to short constants. */
function checkArguments(name: string, children: readonly unknown[], node: Node): void {
  if (children.length > (mostArguments[name] ?? Infinity)) throw refuse('argument', name, node);
  const index = constantArguments[name];
  if (index === undefined || children.length <= index) return;
  const argument = objectOf(children[index]);
  const lowered = argument['function_name'] === 'lower' && Array.isArray(argument['children']);
  const { class: kind, value } = lowered ? objectOf(listOf(argument['children'])[0]) : argument;
  const { value: given = '' } = objectOf(value);
  const size = typeof given === 'number' ? given : String(given).length;
  const wildcards = String(given).split('%').length - 1;
  const isTried = triedPatterns.has(name) || (name.includes('~~') && String(given).includes('_'));
  const isFine = kind === 'CONSTANT' && size <= mostConstant && (!isTried || wildcards <= mostWildcards);
  if (!isFine) throw refuse('argument', name, node);
}

const call = (name: string, child: unknown): Node => ({
  class: 'FUNCTION',
  type: 'FUNCTION',
  function_name: name,
  children: [child],
});

/** JSON does not tell 1e3 from 1000, and DuckDB does. */
function doubleOf({ value }: Node): Node | undefined {
  const { type, value: number } = objectOf(value);
  if (objectOf(type)['id'] !== 'DOUBLE') return undefined;
  const written = { type: { id: 'VARCHAR' }, is_null: false, value: String(number) };
  const child = { class: 'CONSTANT', type: 'VALUE_CONSTANT', value: written };
  return { class: 'CAST', type: 'OPERATOR_CAST', child, cast_type: { id: 'DOUBLE' } };
}

/** What stands in the place of an expression that was gone through: in the guard if its text may grow. */
export function standIn({ node, cost }: Built, { statement }: Place): Built {
  const { class: kind, function_name: name, alias, ...rest } = objectOf(node);
  const double = kind === 'CONSTANT' ? doubleOf(rest) : undefined;
  if (double) return { node: { ...double, ...(alias ? { alias } : {}) }, cost };
  if (kind !== 'FUNCTION' || typeof name !== 'string' || statement.isGuarded) return { node, cost };
  const like = caseless[name];
  if (like !== undefined) {
    const { children } = objectOf(node);
    const lowered = Array.isArray(children) ? children.map((child) => call('lower', child)) : [];
    return { node: { ...objectOf(node), function_name: like, children: lowered }, cost: cost + 2 + copyCost };
  }
  if (!growingFunctions.has(name)) return { node, cost };
  const inner = { class: kind, function_name: name, ...rest };
  return { node: { ...call(guard, inner), ...(alias ? { alias } : {}) }, cost: cost + 1 };
}
