import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { smallRowsJson } from '../../duckdb/index.ts';
import { readingQuery, type ColumnPlan, type TablePlan, targetName } from '../plan/table-plan.ts';
import { canonicalText, isComparable, type CanonicalText } from './canonical.ts';
import { rowText } from './digest.ts';

/**
 * One row that differs: its key (or, without one, the whole row), and what each side holds; null: NULL, undefined: no
 * such row. Without a key, a row that is there more than once differs by how often.
 */
export interface RowDifference {
  readonly key: string;
  readonly column: string | null;
  readonly source: string | null | undefined;
  readonly target: string | null | undefined;
}

/** How many differing rows are named; and rows are looked for in how many of the 4,096 buckets that the keys' digests fall into. */
const mostDifferences = 20;
const mostBuckets = 8;

interface Sides {
  duck(sql: (text: 'duck' | 'postgres', from: string) => string): Promise<Record<string, unknown>[]>;
  postgres(sql: (text: 'duck' | 'postgres', from: string) => string): Promise<Record<string, unknown>[]>;
}

/** Finds rows that differ: first the buckets of keys whose digests differ, then, in those, the rows. */
export async function locateDifferences(
  duck: DuckDBConnection,
  client: ClientBase,
  plan: TablePlan,
  differing: readonly ColumnPlan[],
): Promise<RowDifference[]> {
  const keyColumns = plan.columns.filter(({ target }) => plan.key.includes(target));
  const key = rowText(keyColumns.length > 0 ? keyColumns : plan.columns);
  const content = rowText(plan.columns);
  const sides: Sides = {
    duck: (sql) => smallRowsJson(duck, sql('duck', `(${readingQuery(plan)}) AS source`)),
    postgres: async (sql) => (await client.query<Record<string, unknown>>(sql('postgres', targetName(plan)))).rows,
  };
  const buckets = await differingBuckets(sides, key, content);
  if (buckets.length === 0) return [];
  const columns =
    keyColumns.length > 0 ? differing.filter((column) => isComparable(column) && !keyColumns.includes(column)) : [];
  const [source, target] = await rowsOf(sides, key, columns, buckets);
  return compare(source, target, columns).slice(0, mostDifferences);
}

const bucketOf = (text: string) => `left(md5(${text}), 3)`;

async function differingBuckets(sides: Sides, key: CanonicalText, content: CanonicalText): Promise<string[]> {
  const term = {
    duck: `('0x' || left(md5(${content.duck}), 15))::BIGINT`,
    postgres: `('x0' || left(md5(${content.postgres}), 15))::bit(64)::bigint`,
  };
  const sql = (side: 'duck' | 'postgres', from: string) =>
    `SELECT ${bucketOf(key[side])} AS bucket, count(*) || '/' || sum(${term[side]}) AS digest FROM ${from} GROUP BY 1`;
  const [source, target] = await Promise.all([sides.duck(sql), sides.postgres(sql)]);
  const ofSource = new Map(source.map((row) => [String(row.bucket), String(row.digest)]));
  const ofTarget = new Map(target.map((row) => [String(row.bucket), String(row.digest)]));
  const all = new Set([...ofSource.keys(), ...ofTarget.keys()]);
  return [...all].filter((bucket) => ofSource.get(bucket) !== ofTarget.get(bucket)).slice(0, mostBuckets);
}

/** By key: how many rows have it, and one row's values. */
type KeyedRows = Map<string, { count: number; values: (string | null)[] }>;

async function rowsOf(
  sides: Sides,
  key: CanonicalText,
  columns: readonly ColumnPlan[],
  buckets: readonly string[],
): Promise<[KeyedRows, KeyedRows]> {
  const list = buckets.map((bucket) => `'${bucket}'`).join(', ');
  const sql = (side: 'duck' | 'postgres', from: string) => {
    const values = columns.map((column, index) => `, min(${canonicalText(column)[side]}) AS v${index}`).join('');
    return `SELECT ${key[side]} AS key, count(*) AS n${values} FROM ${from} WHERE ${bucketOf(key[side])} IN (${list}) GROUP BY 1`;
  };
  const text = (value: unknown) => (value === null ? null : String(value));
  const keyed = (rows: Record<string, unknown>[]): KeyedRows =>
    new Map(
      rows.map((row) => [
        String(row.key),
        { count: Number(row.n), values: columns.map((_, index) => text(row[`v${index}`])) },
      ]),
    );
  const [source, target] = await Promise.all([sides.duck(sql), sides.postgres(sql)]);
  return [keyed(source), keyed(target)];
}

function compare(source: KeyedRows, target: KeyedRows, columns: readonly ColumnPlan[]): RowDifference[] {
  const keys = [...new Set([...source.keys(), ...target.keys()])].toSorted();
  return keys.flatMap((key): RowDifference[] => {
    const ours = source.get(key);
    const theirs = target.get(key);
    const readable = key.replaceAll('\u001f', ', ').replaceAll('\u0001', 'NULL');
    if (ours?.count !== theirs?.count)
      return [{ key: readable, column: null, source: presence(ours?.count), target: presence(theirs?.count) }];
    return columns.flatMap(({ name }, index) =>
      ours?.values[index] === theirs?.values[index]
        ? []
        : [{ key: readable, column: name, source: ours?.values[index], target: theirs?.values[index] }],
    );
  });
}

function presence(count: number | undefined): string | undefined {
  if (count === undefined) return undefined;
  return count === 1 ? 'there' : `there ${count} times`;
}
