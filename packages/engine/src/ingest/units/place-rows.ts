import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteLiteral } from '../../base/index.ts';
import type { Fate } from './fate.ts';
import type { StagedTables } from './unit.ts';

/**
 * Says where a transaction's rows are: those of its units, each with its number within the unit and the unit's number in the
 * ledger. Only the part of the staged table that they are in is read.
 * @returns a relation for DuckDB's FROM
 */
export async function placeRows(
  duck: DuckDBConnection,
  { rows }: StagedTables,
  fates: readonly Fate[],
): Promise<string> {
  const filled = fates.filter(({ unit }) => unit.rows > 0);
  const [first, last] = [filled[0]?.unit, filled.at(-1)?.unit];
  if (!first || !last) return `(SELECT *, 0::BIGINT AS n, ''::VARCHAR AS carga_id FROM ${rows} WHERE false)`;
  const values = filled.map(
    ({ unit, entry }) =>
      `(${quoteLiteral(unit.ubicacionId)}, ${quoteLiteral(unit.fecha)}::DATE, ${unit.first}::BIGINT, ${quoteLiteral(entry)})`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fluxion_units AS SELECT * FROM (VALUES ${values.join(', ')}) AS v (store, day, first_row, carga_id)`,
  );
  return `(SELECT r.*, r.rowid - u.first_row + 1 AS n, u.carga_id FROM ${rows} AS r
    JOIN temp.fluxion_units AS u ON u.store = r.ubicacion_id AND u.day = r.fecha
    WHERE r.rowid BETWEEN ${first.first} AND ${last.last})`;
}
