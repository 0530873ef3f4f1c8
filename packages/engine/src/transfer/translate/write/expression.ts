import {
  elementOf,
  isAggregate,
  nestedExtract,
  structField,
  writeAggregate,
  writeScalar,
  type Alphabet,
  type Call,
} from '../functions/index.ts';
import { name, node, nodes, optionalNode, text, UntranslatableError, type SyntaxNode } from '../syntax-tree.ts';
import { cast } from './cast.ts';
import { alike, assertComparable, compare, isIn, unified } from './comparison.ts';
import { parsedConstant } from './constant.ts';
import { direction } from './order.ts';
import { tryCast } from './try-cast.ts';
import { ordered, types, type Typed } from './typed.ts';

/** What is known of the expressions that are written: filled before by those that ask DuckDB. */
export interface Knowledge {
  /** Written already: columns, subqueries, and what DuckDB computed from constants. */
  done(expression: SyntaxNode): Typed | undefined;
  /** The type that DuckDB gives an expression. @throws UntranslatableError if it was not found */
  typeOf(expression: SyntaxNode): Typed['type'];
  readonly alphabet: Alphabet;
  /** Writes a window function's call. */
  window(expression: SyntaxNode): string;
}

/** An expression of DuckDB in PostgreSQL's SQL. @throws UntranslatableError that names what is not on the list */
export function write(expression: SyntaxNode, known: Knowledge): Typed {
  const done = known.done(expression);
  if (done) return done;
  const boolean = (sql: string): Typed => ({ sql, type: types.boolean });
  const child = (key: string) => write(node(expression, key), known);
  switch (text(expression, 'class')) {
    case 'CONSTANT':
      return parsedConstant(node(expression, 'value'));
    case 'COMPARISON':
      return boolean(compare(child('left'), child('right'), text(expression, 'type')));
    case 'CONJUNCTION':
      return boolean(conjunction(expression, known));
    case 'BETWEEN':
      return boolean(between(child('input'), child('lower'), child('upper')));
    case 'OPERATOR':
      return operator(expression, known);
    case 'CASE':
      return caseExpression(expression, known);
    case 'CAST':
      return castExpression(expression, known);
    case 'FUNCTION':
      return { sql: functionCall(expression, known), type: known.typeOf(expression) };
    case 'WINDOW':
      return { sql: known.window(expression), type: known.typeOf(expression) };
    default:
      throw new UntranslatableError(name(expression));
  }
}

/** A condition: DuckDB takes numbers as conditions as well. */
export function condition(expression: SyntaxNode, known: Knowledge): string {
  return cast(write(expression, known), types.boolean);
}

function conjunction(expression: SyntaxNode, known: Knowledge): string {
  const word = text(expression, 'type') === 'CONJUNCTION_OR' ? ' OR ' : ' AND ';
  return `(${nodes(expression, 'children')
    .map((part) => condition(part, known))
    .join(word)})`;
}

function between(input: Typed, lower: Typed, upper: Typed): string {
  const [[left, least], [right, most]] = [alike(input, lower), alike(input, upper)];
  if (left.sql !== right.sql)
    return `(${compare(input, lower, 'COMPARE_GREATERTHANOREQUALTO')} AND ${compare(input, upper, 'COMPARE_LESSTHANOREQUALTO')})`;
  [left, least, most].forEach(({ type }) => assertComparable(type));
  return `(${ordered(left)} BETWEEN ${least.sql} AND ${most.sql})`;
}

function operator(expression: SyntaxNode, known: Knowledge): Typed {
  const children = nodes(expression, 'children');
  const values = () => children.map((part) => write(part, known));
  const [first] = children;
  if (!first) throw new UntranslatableError(name(expression));
  const boolean = (sql: string): Typed => ({ sql, type: types.boolean });
  switch (text(expression, 'type')) {
    case 'OPERATOR_NOT':
      return boolean(`(NOT ${condition(first, known)})`);
    case 'OPERATOR_IS_NULL':
      return boolean(`(${write(first, known).sql} IS NULL)`);
    case 'OPERATOR_IS_NOT_NULL':
      return boolean(`(${write(first, known).sql} IS NOT NULL)`);
    case 'COMPARE_IN':
    case 'COMPARE_NOT_IN': {
      const [value, ...list] = values();
      const found = value && list.length > 0 ? isIn(value, list) : 'false';
      return boolean(text(expression, 'type') === 'COMPARE_IN' ? found : `(NOT ${found})`);
    }
    default:
      return typedOperator(expression, values(), known);
  }
}

/** Operators whose type DuckDB tells. */
function typedOperator(expression: SyntaxNode, args: Typed[], known: Knowledge): Typed {
  if (text(expression, 'type') === 'GROUPING_FUNCTION')
    return { sql: `CAST(GROUPING(${args.map(({ sql }) => sql).join(', ')}) AS int8)`, type: types.bigint };
  const result = known.typeOf(expression);
  const as = (called: string): Typed => {
    const call: Call = { name: called, args, result, alphabet: known.alphabet };
    const nested = called === 'list_extract' && args[0] ? nestedExtract(args[0]) : undefined;
    return { sql: nested ? nested(call) : writeScalar(call), type: result };
  };
  switch (text(expression, 'type')) {
    case 'OPERATOR_COALESCE':
      return as('coalesce');
    case 'ARRAY_CONSTRUCTOR':
      return as('list_value');
    case 'ARRAY_EXTRACT':
      return as('list_extract');
    case 'ARRAY_SLICE':
      return as('list_slice');
    case 'STRUCT_EXTRACT':
      return args[0] ? structField(args[0], args[1]?.constant ?? '') : as('struct_extract');
    default:
      throw new UntranslatableError(name(expression));
  }
}

function caseExpression(expression: SyntaxNode, known: Knowledge): Typed {
  const type = known.typeOf(expression);
  const checks = nodes(expression, 'case_checks');
  const results = [...checks.map((check) => node(check, 'then_expr')), node(expression, 'else_expr')];
  const written = unified(
    results.map((result) => write(result, known)),
    type,
  );
  const branches = checks.map(
    (check, index) => `WHEN ${condition(node(check, 'when_expr'), known)} THEN ${written[index]}`,
  );
  return { sql: `CASE ${branches.join(' ')} ELSE ${written.at(-1)} END`, type };
}

function castExpression(expression: SyntaxNode, known: Knowledge): Typed {
  const type = known.typeOf(expression);
  const child = write(node(expression, 'child'), known);
  return { sql: expression.try_cast === true ? tryCast(child, type) : cast(child, type), type };
}

function functionCall(expression: SyntaxNode, known: Knowledge): string {
  const called = text(expression, 'function_name').toLowerCase();
  const children = nodes(expression, 'children');
  if (children.some((child) => text(child, 'class') === 'LAMBDA')) return lambdaCall(called, children, known);
  const args = children.map((child) => write(child, known));
  const call: Call = { name: called, args, result: known.typeOf(expression), alphabet: known.alphabet };
  const orders = nodes(node(expression, 'order_bys'), 'orders');
  const filter = optionalNode(expression, 'filter');
  if (isAggregate(called))
    return writeAggregate(call, {
      distinct: expression.distinct === true ? 'DISTINCT ' : '',
      orderBy: orderBy(orders, known),
      filter: filter ? condition(filter, known) : '',
    });
  if (orders.length > 0 || filter || expression.distinct === true) throw new UntranslatableError(`aggregate ${called}`);
  return writeScalar(call);
}

/** `list_transform` and `list_filter`: the list's elements become rows, and an array again, in their order. */
function lambdaCall(called: string, [of, lambda]: readonly SyntaxNode[], known: Knowledge): string {
  const list = of && write(of, known);
  const body = lambda && optionalNode(lambda, 'expr');
  const transforms = ['list_transform', 'list_apply', 'array_transform', 'array_apply'].includes(called);
  if (!list || !body || (!transforms && !['list_filter', 'array_filter'].includes(called)))
    throw new UntranslatableError(`${called} with a lambda`);
  elementOf(list.type);
  const parameter = text(lambda, 'parameter');
  const item = transforms ? write(body, known).sql : parameter;
  const where = transforms ? '' : ` WHERE ${condition(body, known)}`;
  const rows = `unnest(${list.sql}) WITH ORDINALITY AS list(${parameter}, place)`;
  return `CASE WHEN ${list.sql} IS NOT NULL THEN ARRAY(SELECT ${item} FROM ${rows}${where} ORDER BY place) END`;
}

/** An order key's expression, text in the order of its bytes. */
function orderKey(order: SyntaxNode, known: Knowledge): string {
  const key = write(node(order, 'expression'), known);
  assertComparable(key.type);
  return ordered(key);
}

/** An ORDER BY inside a window or an aggregate. Empty without orders. */
export function orderBy(orders: readonly SyntaxNode[], known: Knowledge): string {
  if (orders.length === 0) return '';
  return `ORDER BY ${orders.map((order) => `${orderKey(order, known)} ${direction(order)}`).join(', ')}`;
}
