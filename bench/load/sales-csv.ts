import { DuckDBInstance } from '@duckdb/node-api';

/** The columns of a sales feed, as ventas_raw has them. */
export const columns =
  'ubicacion_id, fecha, fecha_hora, numero_factura, linea, producto_id, cantidad, precio_unitario, costo_unitario, monto_total';

export const products = 50_000;
/** Receipts have so many lines. */
const linesOfReceipt = 5;

export const storeName = (n: number) => `TIENDA_${String(n).padStart(2, '0')}`;

export interface SalesOptions {
  readonly file: string;
  readonly rows: number;
  /** The first store's number; the lines go to `stores` of them, from this one. */
  readonly store?: number;
  readonly stores?: number;
  /** YYYY-MM-DD; the lines go to `days` days, from this one. */
  readonly from: string;
  readonly days?: number;
}

/** Writes sales lines as CSV with a header, in the order of stores and days. */
export async function writeSales({ file, rows, store = 1, stores = 1, from, days = 1 }: SalesOptions): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`SET TimeZone = 'America/Caracas'`);
    await connection.run(`COPY (
      SELECT ${columns} FROM (
        SELECT 'TIENDA_' || lpad((${store} + i * ${stores} // ${rows})::VARCHAR, 2, '0') AS ubicacion_id,
          DATE '${from}' + ((i * ${stores * days} // ${rows}) % ${days})::INTEGER AS fecha,
          (DATE '${from}' + ((i * ${stores * days} // ${rows}) % ${days})::INTEGER)::TIMESTAMPTZ + to_seconds(28800 + hash(i // ${linesOfReceipt}) % 36000) AS fecha_hora,
          'F' || lpad((i // ${linesOfReceipt})::VARCHAR, 9, '0') AS numero_factura, i % ${linesOfReceipt} + 1 AS linea,
          'P' || hash(i, 1) % ${products} AS producto_id, (1 + hash(i, 2) % 12)::DECIMAL(18,2) AS cantidad,
          (1 + hash(i, 3) % 5000)::DECIMAL(18,2) / 100 AS precio,
          (precio)::DECIMAL(18,2) AS precio_unitario, (precio * 0.7)::DECIMAL(18,2) AS costo_unitario,
          (cantidad * precio_unitario)::DECIMAL(18,2) AS monto_total
        FROM range(${rows}) r(i))) TO '${file}' (FORMAT csv, HEADER)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
