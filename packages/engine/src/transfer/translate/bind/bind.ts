import {
  isNode,
  node,
  nodes,
  optionalNode,
  text,
  texts,
  UntranslatableError,
  type SyntaxNode,
} from '../syntax-tree.ts';
import { elementOf } from '../functions/index.ts';
import { type Typed, alike, assertComparable, cast, ordered, signOf, types, write } from '../write/index.ts';
import { learn } from './learn.ts';
import { expandMacro, macroOf } from './macros.ts';
import { resolve, type Scope } from './scope.ts';
import type { Query, Translation } from './translation.ts';

/** What the select list calls its expressions, by the name in lower case; they can be named beside columns. */
export type Aliases = ReadonlyMap<string, SyntaxNode>;

export interface Place {
  readonly scope: Scope;
  readonly aliases?: Aliases;
  /** A name means what the select list calls so before it means a column. */
  readonly aliasesFirst?: boolean;
  /** A name that could mean either is refused. */
  readonly noDoubt?: boolean;
}

/** Names that parse as columns but mean the clock. */
const clock: Readonly<Record<string, Typed>> = {
  current_date: { sql: 'CURRENT_DATE', type: types.date },
  current_timestamp: { sql: 'CURRENT_TIMESTAMP', type: types.instant },
  localtimestamp: { sql: 'LOCALTIMESTAMP', type: types.timestamp },
};

/** Parts of nodes that are no expressions. */
const opaque = new Set(['cast_type', 'value']);

/** The expression with its names, macros and subqueries resolved. @throws UntranslatableError that names what cannot be */
export async function bind(expression: SyntaxNode, place: Place, translation: Translation): Promise<SyntaxNode> {
  if (translation.done(expression)) return expression;
  switch (text(expression, 'class')) {
    case 'COLUMN_REF':
      return reference(expression, place, translation);
    case 'SUBQUERY':
      return subquery(expression, place, translation);
    case 'POSITIONAL_REFERENCE':
      return positional(expression, place, translation);
    case 'STAR':
      throw new UntranslatableError('COLUMNS');
    case 'FUNCTION':
      return call(expression, place, translation);
    default:
      return bindParts(expression, place, translation);
  }
}

async function bindParts(expression: SyntaxNode, place: Place, translation: Translation): Promise<SyntaxNode> {
  const one = (part: SyntaxNode): Promise<SyntaxNode> =>
    text(part, 'class') === '' ? bindParts(part, place, translation) : bind(part, place, translation);
  const entries: [string, unknown][] = [];
  for (const [key, value] of Object.entries(expression)) {
    if (opaque.has(key)) entries.push([key, value]);
    else if (Array.isArray(value)) {
      const parts: unknown[] = [];
      for (const part of value) parts.push(isNode(part) ? await one(part) : part);
      entries.push([key, parts]);
    } else entries.push([key, isNode(value) ? await one(value) : value]);
  }
  return Object.fromEntries(entries);
}

function reference(
  expression: SyntaxNode,
  { scope, aliases, aliasesFirst, noDoubt }: Place,
  translation: Translation,
): SyntaxNode {
  const parts = texts(expression, 'column_names');
  const [only = ''] = parts;
  const alias = parts.length === 1 ? aliases?.get(only.toLowerCase()) : undefined;
  if (alias && aliasesFirst) return alias;
  const column = resolve(parts, scope);
  if (column && alias && noDoubt && translation.boundAs(alias)?.sql !== column.sql)
    throw new UntranslatableError(`the name ${only}, which is a column and an alias`);
  if (column) return translation.bind(column, expression);
  if (alias) return alias;
  const known = parts.length === 1 ? clock[only.toLowerCase()] : undefined;
  if (known) return translation.bind(known, expression);
  throw new UntranslatableError(`the column ${parts.join('.')}`);
}

/** A column by its place among all. */
function positional(expression: SyntaxNode, { scope }: Place, translation: Translation): SyntaxNode {
  const column = scope.relations.flatMap(({ columns }) => columns)[Number(expression.index) - 1];
  if (!column) throw new UntranslatableError(`the column #${String(expression.index)}`);
  return translation.bind(column, expression);
}

async function call(expression: SyntaxNode, place: Place, translation: Translation): Promise<SyntaxNode> {
  const called = text(expression, 'function_name').toLowerCase();
  if (called === 'nextval') return translation.bind(nextValue(expression, translation), expression);
  const macro = macroOf(expression, false, translation);
  if (macro) {
    // The arguments' names are the caller's: they are bound before they stand among the macro's own.
    const bound = await bindParts(expression, place, translation);
    const expanded = await expandMacro(bound, macro, false, translation);
    return bind(expanded, { scope: { ...place.scope, relations: [], merged: new Map() } }, translation);
  }
  if (!nodes(expression, 'children').some((child) => text(child, 'class') === 'LAMBDA'))
    return bindParts(expression, place, translation);
  return lambdaCall(expression, place, translation);
}

function nextValue(expression: SyntaxNode, { names }: Translation): Typed {
  const [named] = nodes(expression, 'children');
  const path = named && optionalNode(named, 'value')?.value;
  if (typeof path !== 'string') throw new UntranslatableError('nextval of an expression');
  // DuckDB's own reading of it: quotes keep a dot in a name, and no name holds a quote.
  const parts = (path.match(/(?:"[^"]*"|[^".])+/g) ?? []).map((part) => part.replaceAll('"', ''));
  const place = [parts.at(-2) ?? '', parts.at(-1) ?? ''] as const;
  const sequence = names.sequence?.(...place) ?? names.relation(...place);
  return { sql: `nextval('${sequence.replaceAll("'", "''")}')`, type: types.bigint };
}

/** A lambda's parameter is an element of the list before it, which must be known first. */
async function lambdaCall(expression: SyntaxNode, place: Place, translation: Translation): Promise<SyntaxNode> {
  const [of, lambda] = nodes(expression, 'children');
  const [parameter, ...more] = lambda ? texts(node(lambda, 'lhs'), 'column_names') : [];
  if (!of || !lambda || parameter === undefined || more.length > 0)
    throw new UntranslatableError('a lambda with several parameters');
  const list = await bind(of, place, translation);
  await learn([list], translation);
  const element = translation.fresh('element');
  const parameters = new Map([
    [parameter.toLowerCase(), { sql: element, type: elementOf(write(list, translation).type) }],
  ]);
  const inside: Scope = {
    relations: [],
    merged: new Map(),
    tables: place.scope.tables,
    around: place.scope,
    parameters,
  };
  const body = await bind(node(lambda, 'expr'), { scope: inside }, translation);
  return { ...expression, children: [list, { ...lambda, expr: body, parameter: element }] };
}

async function subquery(expression: SyntaxNode, place: Place, translation: Translation): Promise<SyntaxNode> {
  const query = await translation.query(node(node(expression, 'subquery'), 'node'), translation, place.scope);
  const kind = text(expression, 'subquery_type');
  const [first] = query.columns;
  if (kind === 'EXISTS') return translation.bind({ sql: `EXISTS (${query.sql})`, type: types.boolean }, expression);
  if (!first) throw new UntranslatableError(`a subquery without columns`);
  if (kind === 'SCALAR') return translation.bind({ sql: `(${query.sql})`, type: first.type }, expression);
  if (kind !== 'ANY') throw new UntranslatableError(`a subquery with ${kind}`);
  const child = await bind(node(expression, 'child'), place, translation);
  await learn([child], translation);
  return translation.bind(
    { sql: anyOf(child, query, signOf(text(expression, 'comparison_type')), translation), type: types.boolean },
    expression,
  );
}

/** `value = ANY (query)`; a row of values has a query of as many columns. */
function anyOf(child: SyntaxNode, query: Query, sign: string, translation: Translation): string {
  const isRow = text(child, 'class') === 'FUNCTION' && text(child, 'function_name') === 'row';
  const values = isRow ? nodes(child, 'children') : [child];
  if (values.length !== query.columns.length)
    throw new UntranslatableError('a subquery whose columns are not those that it is compared with');
  const names = query.columns.map((_, index) => `c${index + 1}`);
  const pairs = values.map((value, index) => {
    const type = query.columns[index]?.type ?? types.null;
    const [left, right] = alike(write(value, translation), { sql: `found.${names[index]}`, type });
    [left, right].forEach((side) => assertComparable(side.type, sign === '=' || sign === '<>'));
    return [left, right] as const;
  });
  const plain = pairs.every(([, right], index) => right.sql === `found.${names[index]}`);
  const from = plain
    ? query.sql
    : `SELECT ${pairs.map(([, right]) => right.sql).join(', ')} FROM (${query.sql}) AS found(${names.join(', ')})`;
  const left = pairs.map(([side]) => (sign === '=' || sign === '<>' ? side.sql : ordered(side))).join(', ');
  return `((${left}) ${sign} ANY (${from}))`;
}

/** A condition's text after its names are known. */
export async function bindCondition(expression: SyntaxNode, place: Place, translation: Translation): Promise<string> {
  const bound = await bind(expression, place, translation);
  await learn([bound], translation);
  return cast(write(bound, translation), types.boolean);
}
