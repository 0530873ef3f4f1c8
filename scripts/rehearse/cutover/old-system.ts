/**
 * `node old-system.ts FILE`: the system that is to be replaced. It has the chain's DuckDB file open and writes sales and
 * stock to it until it gets SIGTERM; then it closes the file and says how many lines it wrote. Nobody else may open the
 * file meanwhile: DuckDB locks it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';

/** Between two receipts of all stores. */
const everyMs = 100;

/** Lines of one store's last day, again, as further receipts of that day. */
const sales = `
  INSERT INTO ventas_raw
  SELECT * REPLACE ((SELECT max(id) FROM ventas_raw) + row_number() OVER () AS id, 'N' || $n || '-' || numero_factura AS numero_factura)
  FROM (SELECT * FROM ventas_raw WHERE ubicacion_id = $store AND fecha = DATE '${process.argv[3]}' ORDER BY id LIMIT 20)`;
const stock = `
  UPDATE stock_actual SET cantidad = cantidad - 1
  WHERE ubicacion_id = $store AND producto_id = (SELECT min(producto_id) FROM stock_actual WHERE ubicacion_id = $store)`;

/** Killed, the rehearsal cannot ask any more. */
const rehearsal = process.ppid;
const asked = new AbortController();
process.on('SIGTERM', () => asked.abort());

const instance = await DuckDBInstance.create(process.argv[2]);
const connection = await instance.connect();
let lines = 0;
process.stdout.write('writing\n');
for (let n = 0; !asked.signal.aborted && process.ppid === rehearsal; n += 1) {
  const store = `TIENDA_${String((n % 16) + 1).padStart(2, '0')}`;
  await connection.run('BEGIN');
  lines += (await connection.run(sales, { n, store })).rowsChanged;
  await connection.run(stock, { store });
  await connection.run('COMMIT');
  await pause(everyMs);
}
connection.closeSync();
instance.closeSync();
process.stdout.write(`${lines}\n`);
