import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import { duckTypeIds } from '../../catalog/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { TablePlan } from '../plan/table-plan.ts';
import type { Chunk, Division } from './chunks.ts';
import { idOfDay, stretchesOf } from './days.ts';

/**
 * What DuckDB's own hash makes of each of those chunks' rows, whatever their order: only ever compared with itself, to tell
 * which chunks of a file have changed. Another version of DuckDB may hash otherwise; then they count as changed.
 */
export async function chunkDigests(
  duck: DuckDBConnection,
  plan: TablePlan,
  division: Division,
  chunks: readonly Chunk[],
): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  // Twice: DuckDB joins the last column's hash to the others' by XOR, so that two rows that exchange their values there would
  // give the same sum once in 10^8 times, and not once in 2^64.
  const row = `hash(hash(${plan.columns.map(hashed).join(', ')}))`;
  for (const sql of queries(plan, division, chunks, row)) {
    for (const { chunk, digest } of await smallRowsJson(duck, sql)) digests.set(String(chunk), String(digest));
  }
  // A chunk without rows is no group; of days that nobody asked for, a group may be a part.
  return new Map(chunks.map(({ id }) => [id, digests.get(id) ?? '0']));
}

/** Days are groups of one pass. Of ranges of rows each has a query: those skip what the others read. */
function queries(plan: TablePlan, { chunks: all, column }: Division, chunks: readonly Chunk[], row: string): string[] {
  const digest = (count: string, sum: string) => `${count} || '/' || ${sum} AS digest`;
  const filter = (where: string | undefined) => (where === undefined ? '' : `WHERE ${where}`);
  if (!column) {
    const one = ({ id, where }: Chunk) =>
      `SELECT ${quoteLiteral(id)} AS chunk, ${digest('count(*)', `sum(${row})`)} FROM ${plan.from} ${filter(where)}`;
    return chunks.map(one);
  }
  if (chunks.length === 0) return [];
  const stretches = stretchesOf(column, all, chunks, () => false);
  const isAll = chunks.length === all.length || stretches.some(({ where }) => where === undefined);
  const where = isAll ? undefined : stretches.map((stretch) => `(${stretch.where})`).join(' OR ');
  const days = `SELECT ${column.name}, count(*), sum(${row}) FROM ${plan.from} ${filter(where)} GROUP BY 1`;
  return [
    `SELECT ${idOfDay(column, 'day')} AS chunk, ${digest('sum(n)', 'sum(total)')}
     FROM (${days}) AS days(day, n, total) GROUP BY 1`,
  ];
}

/**
 * DuckDB hashes alike what it holds equal: 0 and -0, a month and 30 days, alone or within a value; and of an enum's value only
 * its place among the others. Their texts differ.
 */
const plain: ReadonlySet<string> = new Set(
  duckTypeIds.filter((id) => !/FLOAT|DOUBLE|INTERVAL|ENUM|LIST|ARRAY|STRUCT|MAP|UNION|VARIANT/.test(id)),
);

function hashed({ name, duckType }: TablePlan['columns'][number]): string {
  const column = quoteIdentifier(name);
  return plain.has(duckType.id) ? column : `TRY_CAST(${column} AS VARCHAR)`;
}
