import { migrateSchema } from '@fluxion/engine/postgres';
import type { Workbench } from '../lib/workbench.ts';
import { products, storeName } from './sales-csv.ts';

export const stores = 16;

/** Makes the schema, with the stores and the catalogue of a chain. */
export async function makeChain({ pool }: Workbench): Promise<void> {
  await migrateSchema(pool);
  await pool.query(
    `INSERT INTO ubicaciones (id, codigo, nombre, tipo) SELECT s, s, s, 'tienda' FROM unnest($1::text[]) AS s`,
    [Array.from({ length: stores }, (_, n) => storeName(n + 1))],
  );
  await pool.query(
    `INSERT INTO productos (id, codigo, descripcion, categoria)
     SELECT 'P' || n, 'P' || n, 'Producto ' || n, 'C' || n % 50 FROM generate_series(0, $1::int - 1) AS n`,
    [products],
  );
  await pool.query('ANALYZE');
}

/** Empties the tables that loads fill, and has what is left to write written out. */
export async function forgetLoads({ pool }: Workbench): Promise<void> {
  await pool.query('TRUNCATE ventas_raw, cargas, entregas, rechazos');
  await pool.query('CHECKPOINT');
}
