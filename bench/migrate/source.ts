import { DuckDBInstance } from '@duckdb/node-api';

/** The sales table's columns, as a DuckDB file and as PostgreSQL have them. */
export const columns = [
  ['id', 'BIGINT', 'bigint'],
  ['ubicacion_id', 'VARCHAR', 'text'],
  ['fecha', 'DATE', 'date'],
  ['numero_factura', 'VARCHAR', 'text'],
  ['producto_id', 'VARCHAR', 'text'],
  ['cantidad', 'DECIMAL(18,6)', 'numeric(18,6)'],
  ['precio_unitario', 'DECIMAL(18,6)', 'numeric(18,6)'],
  ['monto_total', 'DECIMAL(18,6)', 'numeric(18,6)'],
  ['created_at', 'TIMESTAMPTZ', 'timestamptz'],
] as const;

/** Writes `rows` sales lines of 16 stores over 13 months, in the order of their days. */
export async function createSales(file: string, rows: number): Promise<void> {
  await inFile(file, [
    `CREATE TABLE ventas_raw (${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`,
    `INSERT INTO ventas_raw
     SELECT i, 'TIENDA_' || lpad((hash(i) % 16 + 1)::VARCHAR, 2, '0'), DATE '2024-09-01' + (i * 395 // ${rows})::INTEGER,
       'F' || lpad((i // 4)::VARCHAR, 9, '0'), (10000 + hash(i, 1) % 50000)::VARCHAR,
       (1 + hash(i, 2) % 12)::DECIMAL(18,6), (hash(i, 3) % 5000 / 100)::DECIMAL(18,6),
       (((1 + hash(i, 2) % 12) * (hash(i, 3) % 5000)) / 100)::DECIMAL(18,6),
       TIMESTAMPTZ '2024-09-01 08:00:00+00' + to_seconds(i * 34128000 // ${rows})
     FROM range(${rows}) r(i)`,
  ]);
}

/** Runs statements in a DuckDB file and closes it. */
export async function inFile(file: string, statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  try {
    for (const statement of statements) await connection.run(statement);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
