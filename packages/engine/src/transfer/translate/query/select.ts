import { quoteIdentifier } from '../../../base/index.ts';
import { type Query, type Scope, type Translation, learn } from '../bind/index.ts';
import { isNode, node, UntranslatableError, type SyntaxNode } from '../syntax-tree.ts';
import { assertComparable, condition, write } from '../write/index.ts';
import { translateFrom, type From } from './from.ts';
import { groupBy, orderKeys, type OrderKey } from './keys.ts';
import { bindParts, outputs, type Output, type Parts } from './parts.ts';
import { limits } from './tail.ts';

/** A SELECT in PostgreSQL's SQL. @throws UntranslatableError that names what is not on the list */
export async function translateSelect(select: SyntaxNode, translation: Translation, around: Scope): Promise<Query> {
  if (isNode(select.sample)) throw new UntranslatableError('USING SAMPLE');
  const empty: Scope = { relations: [], merged: new Map(), tables: around.tables, around };
  const from = await translateFrom(node(select, 'from_table'), translation, empty);
  const scope: Scope = { ...empty, relations: from.relations, merged: from.merged };
  const parts = await bindParts(select, scope, translation);
  await learn(parts.all, translation);
  const columns = outputs(parts, translation);
  const keys = orderKeys(parts, columns, translation);
  const rest = clauses(select, parts, from, translation);
  const limit = parts.limit ? await limits(parts.limit, translation, scope) : '';
  const answer = columns.map(({ name: column, typed }) => ({ name: column, type: typed.type }));
  const distinct = distinctOf(parts, columns, translation);
  const wrap = parts.qualify !== undefined || (distinct.on.length > 0 && !startsWith(keys, distinct.on));
  const sql = wrap
    ? wrapped({ parts, columns, keys, rest, limit, distinct }, translation)
    : [`SELECT ${distinct.word}${columns.map(written).join(', ')}`, ...rest, order(keys, distinct), limit]
        .filter(Boolean)
        .join(' ');
  return { sql, columns: answer };
}

function written({ name: column, typed, collation }: Output): string {
  return `${typed.sql}${collation} AS ${quoteIdentifier(column)}`;
}

/** Of DISTINCT ON the keys are spelt out, as its own expressions are. */
function order(keys: readonly OrderKey[], { on }: Distinct): string {
  const key = ({ sql, place }: OrderKey) => (place === undefined || on.length > 0 ? sql : place + 1);
  return keys.length === 0 ? '' : `ORDER BY ${keys.map((each) => `${key(each)} ${each.direction}`).join(', ')}`;
}

interface Distinct {
  readonly word: string;
  /** The expressions of DISTINCT ON. */
  readonly on: readonly string[];
}

function distinctOf({ distinct }: Parts, columns: readonly Output[], translation: Translation): Distinct {
  if (!distinct) return { word: '', on: [] };
  if (distinct.length === 0) {
    columns.forEach(({ typed }) => assertComparable(typed.type, true));
    return { word: 'DISTINCT ', on: [] };
  }
  const on = distinct.map((target) => write(target, translation));
  on.forEach(({ type }) => assertComparable(type));
  const list = on.map(({ sql, type }) => (type.id === 'VARCHAR' ? `${sql} COLLATE "C"` : sql));
  return { word: `DISTINCT ON (${list.join(', ')}) `, on: list };
}

/** PostgreSQL takes DISTINCT ON only if the order begins with the same expressions. */
function startsWith(keys: readonly OrderKey[], on: readonly string[]): boolean {
  const first = keys.slice(0, on.length).map(({ sql }) => sql);
  return keys.length === 0 || (first.length === on.length && on.every((target) => first.includes(target)));
}

function clauses(select: SyntaxNode, parts: Parts, from: From, translation: Translation): string[] {
  const where = [...(parts.where ? [condition(parts.where, translation)] : []), ...from.filters];
  return [
    from.sql === '' ? '' : `FROM ${from.sql}`,
    where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`,
    groupBy(select, parts, translation),
    parts.having ? `HAVING ${condition(parts.having, translation)}` : '',
  ].filter((clause) => clause !== '');
}

interface Pieces {
  readonly parts: Parts;
  readonly columns: readonly Output[];
  readonly keys: readonly OrderKey[];
  readonly rest: readonly string[];
  readonly limit: string;
  readonly distinct: Distinct;
}

/**
 * QUALIFY filters on window functions, and a DISTINCT ON may be sorted otherwise than it chooses: the SELECT becomes the inner
 * one of a filter on columns of its own.
 */
function wrapped({ parts, columns, keys, rest, limit, distinct }: Pieces, translation: Translation): string {
  const inner = columns.map(({ typed, collation }, index) => `${typed.sql}${collation} AS c${index + 1}`);
  const filters: string[] = [];
  if (parts.qualify) {
    inner.push(`${condition(parts.qualify, translation)} AS qualified`);
    filters.push('qualified');
  }
  if (distinct.on.length > 0) {
    if (parts.qualify) throw new UntranslatableError('DISTINCT ON with QUALIFY');
    const sorted = keys.map(({ sql, direction }) => `${sql} ${direction}`).join(', ');
    inner.push(`row_number() OVER (PARTITION BY ${distinct.on.join(', ')} ORDER BY ${sorted}) AS chosen`);
    filters.push('chosen = 1');
  }
  const outerKeys = keys.map(({ sql, place, direction }, index) => {
    if (place !== undefined) return `c${place + 1} ${direction}`;
    if (distinct.word !== '' && distinct.on.length === 0)
      throw new UntranslatableError('DISTINCT with QUALIFY, sorted by what it does not select');
    inner.push(`${sql} AS o${index + 1}`);
    return `o${index + 1} ${direction}`;
  });
  const list = columns.map(({ name: column }, index) => `c${index + 1} AS ${quoteIdentifier(column)}`).join(', ');
  return [
    `SELECT ${distinct.on.length > 0 ? '' : distinct.word}${list} FROM (SELECT ${inner.join(', ')}`,
    ...rest,
    `) AS filtered WHERE ${filters.join(' AND ')}`,
    outerKeys.length === 0 ? '' : `ORDER BY ${outerKeys.join(', ')}`,
    limit,
  ]
    .filter(Boolean)
    .join(' ');
}
