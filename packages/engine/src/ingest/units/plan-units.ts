import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { FeedSpec } from '../../sources/index.ts';
import type { PlannedUnit, StagedTables } from './unit.ts';

/** What one transaction writes at most. */
const batchRows = 200_000;
const batchUnits = 300;

/**
 * Finds the units of a delivery, in the order in which they will be written. Rows of one unit that do not follow each other
 * are brought together first.
 */
export async function planUnits(
  duck: DuckDBConnection,
  tables: StagedTables,
  feed: FeedSpec,
): Promise<readonly PlannedUnit[]> {
  const found = await unitsIn(duck, tables, feed);
  if (found.every(({ together }) => together)) return found.map(({ unit }) => unit);
  await duck.run(
    `CREATE TABLE fluxion_sorted AS SELECT * FROM ${tables.rows} ORDER BY ubicacion_id, fecha, line;
     DROP TABLE ${tables.rows}; ALTER TABLE fluxion_sorted RENAME TO ${tables.rows}`,
  );
  return (await unitsIn(duck, tables, feed)).map(({ unit }) => unit);
}

async function unitsIn(
  duck: DuckDBConnection,
  { rows, rejects }: StagedTables,
  { fields, totals }: FeedSpec,
): Promise<{ unit: PlannedUnit; together: boolean }[]> {
  const content = fields.map(({ name }) => quoteIdentifier(name)).join(', ');
  const sums = totals.map((name) => `${quoteIdentifier(name)}: coalesce(sum(${quoteIdentifier(name)}), 0)::VARCHAR`);
  const found = await smallRowsJson(
    duck,
    `SELECT u.*, coalesce(r.rejected, 0)::VARCHAR AS rejected FROM (
       SELECT ubicacion_id AS store, fecha::VARCHAR AS day, count(*)::VARCHAR AS lines, min(rowid)::VARCHAR AS first,
         max(rowid) - min(rowid) + 1 = count(*) AS together, {${sums.join(', ')}} AS sums,
         md5(concat_ws(' ', count(*), sum(hash(${content})), bit_xor(hash(${content}, 1)))) AS digest
       FROM ${rows} GROUP BY ubicacion_id, fecha) AS u
     LEFT JOIN (SELECT ubicacion_id, fecha::VARCHAR AS day, count(*) AS rejected FROM ${rejects} GROUP BY ALL) AS r
       ON r.ubicacion_id = u.store AND r.day = u.day
     ORDER BY u.first::BIGINT`,
  );
  return found.map((row) => ({
    together: row['together'] === true,
    unit: {
      ubicacionId: String(row['store']),
      fecha: String(row['day']),
      rows: Number(row['lines']),
      first: Number(row['first']),
      rejected: Number(row['rejected']),
      digest: String(row['digest']),
      sums: row['sums'] as PlannedUnit['sums'],
    },
  }));
}

/** Divides the units into what each transaction writes: neighbours of one month, not too many at once. */
export function batchesOf(units: readonly PlannedUnit[]): PlannedUnit[][] {
  const batches: PlannedUnit[][] = [];
  let rows = 0;
  for (const unit of units) {
    const last = batches.at(-1);
    const month = unit.fecha.slice(0, 7);
    if (last && last[0]?.fecha.startsWith(month) && rows + unit.rows <= batchRows && last.length < batchUnits) {
      last.push(unit);
      rows += unit.rows;
    } else {
      batches.push([unit]);
      rows = unit.rows;
    }
  }
  return batches;
}
