import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import { duckTypeIds } from '../../catalog/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { TablePlan } from '../plan/table-plan.ts';
import type { Chunk } from './chunks.ts';

/**
 * What DuckDB's own hash makes of each chunk's rows, whatever their order: only ever compared with itself, to tell which
 * chunks of a file have changed. Another version of DuckDB may hash otherwise; then they count as changed.
 */
export async function chunkDigests(
  duck: DuckDBConnection,
  plan: TablePlan,
  chunks: readonly Chunk[],
): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  // A table skips what a chunk's condition leaves out; a query would be run anew for every chunk.
  const passes = plan.whole ? chunks.map((chunk) => [chunk]) : [chunks].filter(({ length }) => length > 0);
  const row = plan.columns.map(hashed).join(', ');
  for (const pass of passes) {
    const cases = pass.map(({ id, where }) => `WHEN ${where ?? 'true'} THEN ${quoteLiteral(id)}`);
    const [only] = pass.length === 1 ? pass : [];
    const rows = await smallRowsJson(
      duck,
      `SELECT CASE ${cases.join(' ')} END AS chunk, count(*) || '/' || sum(hash(${row})) AS digest
       FROM ${plan.from} ${only?.where === undefined ? '' : `WHERE ${only.where}`} GROUP BY 1`,
    );
    for (const { chunk, digest } of rows) if (chunk !== null) digests.set(String(chunk), String(digest));
  }
  // A chunk without rows is no group.
  for (const { id } of chunks) if (!digests.has(id)) digests.set(id, '0');
  return digests;
}

/** DuckDB hashes alike what it holds equal: 0 and -0, a month and 30 days, alone or within a value. Their texts differ. */
const plain: ReadonlySet<string> = new Set(
  duckTypeIds.filter((id) => !/FLOAT|DOUBLE|INTERVAL|LIST|ARRAY|STRUCT|MAP|UNION|VARIANT/.test(id)),
);

function hashed({ name, duckType }: TablePlan['columns'][number]): string {
  const column = quoteIdentifier(name);
  return plain.has(duckType.id) ? column : `TRY_CAST(${column} AS VARCHAR)`;
}
