import { join } from 'node:path';
import { load } from '@fluxion/engine/ingest';
import { fileDeliveries } from '@fluxion/engine/sources';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Pool } from './rehearsal.ts';

/** A store's day as the store delivers it. */
export interface Delivery {
  readonly folder: string;
  readonly file: string;
  readonly store: string;
  /** YYYY-MM-DD */
  readonly day: string;
}

/** How many stores of the made-up chain deliver. */
const delivering = 4;

const dayOf = (from: string, after: number) =>
  new Date(Date.parse(from) + after * 86_400_000).toISOString().slice(0, 10);

/**
 * Writes what some stores of a made-up chain deliver on so many days after its last one: each its sales of that last day
 * again, with other receipts.
 */
export async function writeDeliveries(chain: string, folder: string, last: string, days: number): Promise<Delivery[]> {
  const instance = await DuckDBInstance.create(chain, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const deliveries: Delivery[] = [];
  try {
    for (let after = 1; after <= days; after += 1) {
      for (let n = 1; n <= delivering; n += 1) {
        const store = `TIENDA_${String(n).padStart(2, '0')}`;
        const delivery = { folder, file: `${store}-${after}.csv`, store, day: dayOf(last, after) };
        await connection.run(`COPY (
          SELECT ubicacion_id, DATE '${delivery.day}' AS fecha, 'R${after}-' || numero_factura AS numero_factura, linea,
            producto_id, cantidad, precio_unitario, costo_unitario, monto_total
          FROM ventas_raw WHERE ubicacion_id = '${store}' AND fecha = (SELECT max(fecha) FROM ventas_raw WHERE ubicacion_id = '${store}')
        ) TO '${join(folder, delivery.file)}' (FORMAT csv, HEADER)`);
        deliveries.push(delivery);
      }
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return deliveries;
}

/** Loads deliveries one after the other, as `fluxion load` does. @throws if one is not in the tables afterwards */
export async function loadDeliveries(pool: Pool, deliveries: readonly Delivery[]): Promise<void> {
  for (const { folder, file } of deliveries) {
    const found = await fileDeliveries([join(folder, file)], { feed: 'ventas' }, { folder });
    for (const { outcome, name, message } of await load({ pool, folder, deliveries: found.deliveries })) {
      if (outcome !== 'cargada') throw new Error(`${name}: ${outcome}: ${message}`);
    }
  }
}

/** The deliveries of which the database has no sales. */
export async function missingOf(pool: Pool, deliveries: readonly Delivery[]): Promise<Delivery[]> {
  const missing: Delivery[] = [];
  for (const delivery of deliveries) {
    const { rows } = await pool.query('SELECT FROM ventas_raw WHERE ubicacion_id = $1 AND fecha = $2 LIMIT 1', [
      delivery.store,
      delivery.day,
    ]);
    if (rows.length === 0) missing.push(delivery);
  }
  return missing;
}

/** Count and sums of each store's day of the deliveries: what must be there again, whoever loaded it. */
export async function salesOf(pool: Pool, deliveries: readonly Delivery[]): Promise<string> {
  const { rows } = await pool.query(
    `SELECT v.ubicacion_id, v.fecha, count(*), sum(hashtextextended(
       concat_ws('|', linea, numero_factura, producto_id, cantidad, precio_unitario, costo_unitario, monto_total), 0)::numeric) AS digest
     FROM ventas_raw AS v JOIN unnest($1::text[], $2::date[]) AS d(store, day) ON v.ubicacion_id = d.store AND v.fecha = d.day
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [deliveries.map(({ store }) => store), deliveries.map(({ day }) => day)],
  );
  return JSON.stringify(rows);
}
