import { copyOut } from '../../postgres/index.ts';
import { decoderFor, takeRows, type IncomingColumn } from '../../duckdb/index.ts';
import { parseDuckType } from '../../catalog/index.ts';
import { FluxionError } from '../../base/index.ts';
import type { MasterLoad } from './master-load.ts';
import type { MasterTable } from './master-table.ts';
import { resolvedRows } from './resolved-rows.ts';

const incoming = (name: string, postgresName: string, duckType: string): IncomingColumn => {
  const decoder = decoderFor(postgresName, parseDuckType(duckType));
  if (!decoder) throw new FluxionError('INTERNAL', `No decoder from ${postgresName} to ${duckType}.`);
  return { name, decoder };
};

/** Moves the lines that cannot be loaded from DuckDB's rows to its rejects. @returns how many there are */
export async function moveRejects({ client, duck, tables, signal }: MasterLoad, { key }: MasterTable): Promise<number> {
  const store = key.some(({ column }) => column === 'ubicacion_id') ? 'ubicacion_id::text' : 'NULL::text';
  await duck.run(
    'CREATE OR REPLACE TEMP TABLE fluxion_refused (place BIGINT, line BIGINT, field VARCHAR, value VARCHAR, reason VARCHAR, ubicacion_id VARCHAR)',
  );
  const rejected = await takeRows(duck, {
    blocks: copyOut(
      client,
      `COPY (SELECT place, line, rejection[1], rejection[2], rejection[3], ${store}
         FROM ${resolvedRows} WHERE rejection IS NOT NULL ORDER BY place) TO STDOUT (FORMAT binary)`,
      signal,
    ),
    columns: [
      incoming('place', 'int8', 'BIGINT'),
      incoming('line', 'int8', 'BIGINT'),
      ...['field', 'value', 'reason', 'ubicacion_id'].map((name) => incoming(name, 'text', 'VARCHAR')),
    ],
    into: (rows) => `INSERT INTO temp.fluxion_refused SELECT * FROM ${rows}`,
    signal,
  });
  await duck.run(
    `INSERT INTO ${tables.rejects} BY NAME SELECT * EXCLUDE place FROM temp.fluxion_refused;
     DELETE FROM ${tables.rows} WHERE rowid IN (SELECT place FROM temp.fluxion_refused);
     DROP TABLE temp.fluxion_refused`,
  );
  return rejected;
}
