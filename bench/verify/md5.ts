import { DuckDBInstance } from '@duckdb/node-api';
import type { Workbench } from '../lib/workbench.ts';

/** The sales table's columns as text that both engines print alike. */
const text = (microseconds: string) =>
  `concat_ws('|', id, ubicacion_id, fecha, numero_factura, producto_id, cantidad, precio_unitario, monto_total, ${microseconds})`;
const inPostgres = `SELECT count(*) || '/' || sum(('x0' || left(md5(${text(`(extract(epoch FROM created_at) * 1000000)::bigint`)}), 15))::bit(64)::bigint) AS digest FROM ventas_raw`;
const inDuck = `SELECT count(*) || '/' || sum(('0x0' || left(md5(${text('epoch_us(created_at)')}), 15))::BIGINT) AS digest FROM ventas_raw`;

/** The usual way: each engine sums the MD5 of each row's text, both at the same time. @throws Error if the sums differ */
export async function compareByMd5({ pool }: Workbench, file: string): Promise<void> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    const [ours, theirs] = await Promise.all([
      connection.runAndReadAll(inDuck).then((reader) => String(reader.getRowsJson()[0]?.[0])),
      pool.query<{ digest: string }>(inPostgres).then(({ rows }) => rows[0]?.digest),
    ]);
    if (ours !== theirs) throw new Error(`The digests differ: ${ours} in the file, ${theirs} in PostgreSQL.`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
