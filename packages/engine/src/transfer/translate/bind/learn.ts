import { quoteIdentifier, quoteLiteral } from '../../../base/index.ts';
import { parseDuckType, type DuckType } from '../../../catalog/index.ts';
import { smallRowsJson } from '../../../duckdb/index.ts';
import { isAggregate } from '../functions/index.ts';
import { isNode, name, selectJson, text, UntranslatableError, type SyntaxNode } from '../syntax-tree.ts';
import { type Typed, constantOf, familyOf, targetType, types } from '../write/index.ts';
import type { Translation } from './translation.ts';

/** Kinds of expressions whose type DuckDB is asked for; the others tell it themselves. */
const asked = new Set(['FUNCTION', 'OPERATOR', 'CASE', 'CAST', 'WINDOW']);
const boolean = /^(OPERATOR_NOT|OPERATOR_IS_|COMPARE_|GROUPING_FUNCTION)/;

/** Lets DuckDB compute what depends on constants alone, and tell the types of all else, in a few queries for a whole SELECT. */
export async function learn(expressions: readonly SyntaxNode[], translation: Translation): Promise<void> {
  await compute(
    expressions.flatMap((expression) => constants(expression, translation)),
    translation,
  );
  const unknown = [...new Set(expressions.flatMap((expression) => untyped(expression, translation)))];
  // Aggregates stand for a column in what is around them, which may name columns of the groups beside them.
  for (let depth = 0, left = unknown; left.length > 0; depth += 1) {
    const next = left.filter((expression) => gatherings(expression) <= depth);
    if (next.length > 0) await askTypes(next, translation);
    left = left.filter((expression) => gatherings(expression) > depth);
  }
}

const gathers = (expression: SyntaxNode) =>
  text(expression, 'class') === 'WINDOW' ||
  (text(expression, 'class') === 'FUNCTION' && isAggregate(text(expression, 'function_name').toLowerCase()));

/** How many aggregates and window functions stand inside each other in it, without itself. */
function gatherings(expression: SyntaxNode): number {
  return Math.max(0, ...children(expression).map((child) => gatherings(child) + (gathers(child) ? 1 : 0)));
}

function children(expression: SyntaxNode): SyntaxNode[] {
  return Object.entries(expression).flatMap(([key, value]) => {
    if (key === 'cast_type' || key === 'value') return [];
    return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];
  });
}

/** Nothing in it but constants and functions that always give the same. */
function isConstant(expression: SyntaxNode, translation: Translation): boolean {
  const kind = text(expression, 'class');
  if (translation.done(expression)) return translation.boundAs(expression) === undefined;
  if (kind === 'FUNCTION' && !translation.source.pure.has(text(expression, 'function_name').toLowerCase()))
    return false;
  if (['WINDOW', 'STAR', 'LAMBDA', 'COLUMN_REF', 'PARAMETER', 'OPERATOR', 'CASE'].includes(kind)) return false;
  return children(expression).every((child) => isConstant(child, translation));
}

/** The largest constant parts that are more than a literal. */
function constants(expression: SyntaxNode, translation: Translation): SyntaxNode[] {
  if (translation.done(expression)) return [];
  const kind = text(expression, 'class');
  const whole = kind === 'CAST' || kind === 'FUNCTION';
  if (whole && isConstant(expression, translation)) return [expression];
  return children(expression).flatMap((child) => constants(child, translation));
}

async function deserialized(expressions: readonly unknown[], translation: Translation): Promise<string[]> {
  const calls = expressions.map((json, index) => `json_deserialize_sql(${quoteLiteral(String(json))}) AS q${index}`);
  const [row = {}] = await smallRowsJson(translation.duck, `SELECT ${calls.join(', ')}`);
  return expressions.map((_, index) => String(row[`q${index}`]));
}

async function compute(expressions: readonly SyntaxNode[], translation: Translation): Promise<void> {
  if (expressions.length === 0) return;
  const selects = await deserialized(expressions.map(selectJson), translation);
  for (const [index, expression] of expressions.entries()) {
    const select = selects[index] ?? '';
    const type = await typeOfSelect(select, translation);
    const [row] = await smallRowsJson(translation.duck, valueQuery(select, type)).catch(() => []);
    if (!row) throw new UntranslatableError(`${name(expression)}, which DuckDB itself cannot compute`);
    translation.learn(expression, type);
    const value = constant(row, type);
    if (value) translation.compute(expression, value);
  }
}

/** DESCRIBE calls INTEGER what has no type yet. */
async function typeOfSelect(select: string, { duck }: Translation): Promise<DuckType> {
  const [found] = await smallRowsJson(duck, `SELECT typeof(v) = '"NULL"' AS is FROM (${select}) AS s(v)`).catch(
    () => [],
  );
  if (found?.is === true) return types.null;
  const [described] = await smallRowsJson(duck, `DESCRIBE ${select}`).catch(() => []);
  return parseDuckType(String(described?.column_type));
}

function valueQuery(select: string, type: DuckType): string {
  if (type.id !== 'INTERVAL') return `SELECT v::VARCHAR AS v FROM (${select}) AS s(v)`;
  return `SELECT (date_part('year', v) * 12 + date_part('month', v))::VARCHAR AS months, date_part('day', v)::VARCHAR AS days,
    (date_part('hour', v) * 3600000000 + date_part('minute', v) * 60000000 + date_part('microseconds', v))::VARCHAR AS micros FROM (${select}) AS s(v)`;
}

const literals = new Set(['integer', 'decimal', 'double', 'text', 'boolean', 'date', 'timestamp', 'time', 'uuid']);

/** Undefined: a type without a literal; the expression is then written as it stands. */
function constant(row: Record<string, unknown>, type: DuckType): Typed | undefined {
  if (type.id === 'INTERVAL' && typeof row.months === 'string') {
    // Each with its sign: an IntervalStyle of the session could take the first one's for all.
    const part = (key: string, unit: string) =>
      row[key] === '0' ? [] : [`${String(row[key]).startsWith('-') ? '' : '+'}${String(row[key])} ${unit}`];
    const parts = [...part('months', 'months'), ...part('days', 'days'), ...part('micros', 'microseconds')];
    return { sql: `INTERVAL '${parts.join(' ') || '0 days'}'`, type, constant: parts.join(' ') };
  }
  if (type.id === 'NULL') return { sql: 'NULL', type };
  if (!literals.has(familyOf(type))) return undefined;
  if (row.v === null) return { sql: `CAST(NULL AS ${targetType(type)})`, type };
  if (typeof row.v !== 'string') return undefined;
  return constantOf(type, row.v.includes('nan') && familyOf(type) === 'double' ? 'NaN' : row.v);
}

function untyped(expression: SyntaxNode, translation: Translation): SyntaxNode[] {
  if (translation.knows(expression)) return [];
  const inner = children(expression).flatMap((child) => untyped(child, translation));
  const wanted = asked.has(text(expression, 'class')) && !boolean.test(text(expression, 'type'));
  return wanted ? [...inner, expression] : inner;
}

/** Undefined: its type is not known. */
function gathered(expression: SyntaxNode, translation: Translation): Typed | undefined {
  return translation.knows(expression)
    ? { sql: JSON.stringify(expression), type: translation.typeOf(expression) }
    : undefined;
}

/** Each in a SELECT of its own, over a relation that has a column of the right type for every column in it. */
async function askTypes(expressions: readonly SyntaxNode[], translation: Translation): Promise<void> {
  // One column for one expression, however often it stands there: DISTINCT compares them.
  const columns = new Map<string, { readonly place: number; readonly type: DuckType }>();
  const stand = (value: unknown, root: unknown): unknown => {
    if (Array.isArray(value)) return value.map((part) => stand(part, root));
    if (!isNode(value)) return value;
    const typed =
      translation.boundAs(value) ?? (value !== root && gathers(value) ? gathered(value, translation) : undefined);
    if (!typed) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, stand(part, root)]));
    const column = columns.get(typed.sql) ?? { place: columns.size, type: typed.type };
    columns.set(typed.sql, column);
    return {
      class: 'COLUMN_REF',
      type: 'COLUMN_REF',
      alias: value.alias ?? '',
      query_location: 0,
      column_names: [`p${column.place}`],
    };
  };
  const replaced = expressions.map((expression) => stand(expression, expression)).filter(isNode);
  const selects = await deserialized(
    replaced.map((expression) => selectJson({ ...expression, alias: '' })),
    translation,
  );
  const probe =
    [...columns.values()].map(({ place, type }) => `NULL::${type.text} AS p${place}`).join(', ') || 'NULL AS nothing';
  const queries = selects.map((select) => `(${select} FROM (SELECT ${probe}) AS probe)`);
  const all = await describe(queries, translation);
  for (const [index, expression] of expressions.entries()) {
    const type = all?.[index] ?? (await describe([queries[index] ?? ''], translation))?.[0];
    if (type !== undefined) translation.learn(expression, type);
  }
}

async function describe(queries: readonly string[], { duck }: Translation): Promise<DuckType[] | undefined> {
  const items = queries.map((query, index) => `${query} AS ${quoteIdentifier(`c${index}`)}`);
  const rows = await smallRowsJson(duck, `DESCRIBE SELECT ${items.join(', ')}`).catch(() => undefined);
  return rows?.map((row) => parseDuckType(String(row.column_type)));
}

/** The types of columns in which values of several types meet, as DuckDB unites them. */
export async function unite(rows: readonly (readonly DuckType[])[], translation: Translation): Promise<DuckType[]> {
  const selects = rows.map((row) => `SELECT ${row.map((type, index) => `NULL::${type.text} AS c${index}`).join(', ')}`);
  const described = await smallRowsJson(translation.duck, `DESCRIBE ${[...new Set(selects)].join(' UNION ALL ')}`);
  return described.map((row) => parseDuckType(String(row.column_type)));
}

/** The names that DuckDB gives expressions without an alias. */
export async function naturalNames(expressions: readonly SyntaxNode[], translation: Translation): Promise<string[]> {
  if (expressions.length === 0) return [];
  const selects = await deserialized(expressions.map(selectJson), translation);
  return selects.map((select) => select.replace(/^SELECT /, ''));
}
