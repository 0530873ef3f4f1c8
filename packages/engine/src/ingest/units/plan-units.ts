import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { FeedSpec } from '../../sources/index.ts';
import type { PlannedUnit, StagedTables } from './unit.ts';

/** What one transaction writes at most. */
const batchRows = 200_000;
const batchUnits = 300;

/** Values that are sorted at once: a sort takes more memory than DuckDB counts. */
const sortedValues = 2_500_000;

/**
 * Finds the units of a delivery, in the order in which they will be written. Rows of one unit that do not follow each other
 * are brought together first.
 */
export async function planUnits(
  duck: DuckDBConnection,
  tables: StagedTables,
  feed: FeedSpec,
): Promise<readonly PlannedUnit[]> {
  const units = await unitsIn(duck, tables, feed);
  if (units.every(({ first }, index) => first > (units[index - 1]?.last ?? -1))) return units;
  await bringTogether(duck, tables, units, Math.floor(sortedValues / feed.fields.length));
  return await unitsIn(duck, tables, feed);
}

/**
 * Sorts by unit, some units at a time; files are mostly sorted by date, so that each time reads but a part of the table. Rows
 * of one record share their line, and stay in their order, so that the same file always gives the same rows.
 */
async function bringTogether(
  duck: DuckDBConnection,
  { rows }: StagedTables,
  units: readonly PlannedUnit[],
  mostRows: number,
): Promise<void> {
  await duck.run(`CREATE OR REPLACE TABLE fluxion_sorted AS FROM ${rows} LIMIT 0`);
  const order = (unit: PlannedUnit) => `${unit.fecha} ${unit.ubicacionId}`;
  const byDate = units.toSorted((left, right) => (order(left) < order(right) ? -1 : 1));
  for (const group of grouped(byDate, (count) => count <= mostRows)) {
    const ends = [group[0], group.at(-1)].map((unit) => quoteLiteral(unit?.fecha ?? ''));
    const inGroup = group.map(
      ({ ubicacionId, fecha }) => `(${quoteLiteral(ubicacionId)}, ${quoteLiteral(fecha)}::DATE)`,
    );
    await duck.run(
      `INSERT INTO fluxion_sorted SELECT * FROM ${rows} WHERE fecha BETWEEN ${ends.join('::DATE AND ')}::DATE
         AND (ubicacion_id, fecha) IN (VALUES ${inGroup.join(', ')}) ORDER BY fecha, ubicacion_id, line, rowid`,
    );
  }
  await duck.run(`DROP TABLE ${rows}; ALTER TABLE fluxion_sorted RENAME TO ${rows}`);
}

async function unitsIn(
  duck: DuckDBConnection,
  { rows, rejects }: StagedTables,
  { fields, totals }: FeedSpec,
): Promise<PlannedUnit[]> {
  const content = fields.map(({ name }) => quoteIdentifier(name)).join(', ');
  const sums = totals.map((name) => `${quoteIdentifier(name)}: coalesce(sum(${quoteIdentifier(name)}), 0)::VARCHAR`);
  const found = await smallRowsJson(
    duck,
    `SELECT u.*, coalesce(r.rejected, 0)::VARCHAR AS rejected FROM (
       SELECT ubicacion_id AS store, fecha::VARCHAR AS day, count(*)::VARCHAR AS lines, min(rowid)::VARCHAR AS first,
         max(rowid)::VARCHAR AS last, {${sums.join(', ')}} AS sums,
         md5(concat_ws(' ', count(*), sum(hash(${content})), bit_xor(hash(${content}, 1)))) AS digest
       FROM ${rows} GROUP BY ubicacion_id, fecha) AS u
     LEFT JOIN (SELECT ubicacion_id, fecha::VARCHAR AS day, count(*) AS rejected FROM ${rejects} GROUP BY ALL) AS r
       ON r.ubicacion_id = u.store AND r.day = u.day
     ORDER BY u.first::BIGINT`,
  );
  return found.map((row) => ({
    ubicacionId: String(row['store']),
    fecha: String(row['day']),
    rows: Number(row['lines']),
    first: Number(row['first']),
    last: Number(row['last']),
    rejected: Number(row['rejected']),
    digest: String(row['digest']),
    sums: row['sums'] as PlannedUnit['sums'],
  }));
}

/** Divides the units into what each transaction writes: neighbours of one month, not too many at once. */
export function batchesOf(units: readonly PlannedUnit[]): PlannedUnit[][] {
  return grouped(
    units,
    (rows, group, next) =>
      rows <= batchRows && group.length < batchUnits && group[0]?.fecha.slice(0, 7) === next.fecha.slice(0, 7),
  );
}

/** Divides the units in their order; one joins the group before it if `fits` says so of the rows of both. */
function grouped(
  units: readonly PlannedUnit[],
  fits: (rows: number, group: readonly PlannedUnit[], next: PlannedUnit) => boolean,
): PlannedUnit[][] {
  const groups: PlannedUnit[][] = [];
  let rows = 0;
  for (const unit of units) {
    const last = groups.at(-1);
    rows += unit.rows;
    if (last && fits(rows, last, unit)) {
      last.push(unit);
    } else {
      groups.push([unit]);
      rows = unit.rows;
    }
  }
  return groups;
}
