import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier, type Rollup } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { DeclaredTable } from '../declared.ts';
import { copyName } from '../sync/table/index.ts';

/**
 * Sums a table's copy up anew, and compares the sums with those that are kept.
 * @returns how many rows of sums only one of the two has; 0: they are the same
 */
export async function checkRollup(
  duck: DuckDBConnection,
  table: Pick<DeclaredTable, 'schema' | 'table'>,
  { name, sql }: Pick<Rollup, 'name' | 'sql'>,
): Promise<number> {
  const kept = `main.${quoteIdentifier(name)}`;
  const [found] = await smallRowsJson(
    duck,
    `WITH anew AS MATERIALIZED (${sql(`${copyName(table)} AS source`)})
     SELECT count(*) AS n FROM (
       (SELECT * FROM anew EXCEPT ALL SELECT * FROM ${kept}) UNION ALL (SELECT * FROM ${kept} EXCEPT ALL SELECT * FROM anew))`,
  );
  return Number(found?.['n']);
}
