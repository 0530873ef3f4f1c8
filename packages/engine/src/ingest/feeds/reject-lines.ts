import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { FeedSpec } from '../../sources/index.ts';
import type { StagedTables } from '../units/unit.ts';

/**
 * Moves lines from the rows to the rejects. `query` is DuckDB SQL that gives `place` (the row's rowid), `field`, `value` and
 * `reason` of each, once.
 * @returns how many they are
 */
export async function rejectLines(
  duck: DuckDBConnection,
  { rows, rejects }: StagedTables,
  { totals }: FeedSpec,
  query: string,
): Promise<number> {
  await duck.run(`CREATE OR REPLACE TEMP TABLE fluxion_rejected AS ${query}`);
  const [found] = await smallRowsJson(duck, `SELECT count(*)::INTEGER AS count FROM temp.fluxion_rejected`);
  const count = Number(found?.['count']);
  if (count > 0) {
    const sums = totals.map((name) => `r.${quoteIdentifier(name)}`);
    await duck.run(
      `INSERT INTO ${rejects} BY NAME
         SELECT r.line, x.field, x.value, x.reason, r.ubicacion_id, r.fecha, ${sums.join(', ')}
         FROM ${rows} AS r JOIN temp.fluxion_rejected AS x ON x.place = r.rowid ORDER BY r.line;
       DELETE FROM ${rows} WHERE rowid IN (SELECT place FROM temp.fluxion_rejected)`,
    );
  }
  await duck.run('DROP TABLE temp.fluxion_rejected');
  return count;
}
