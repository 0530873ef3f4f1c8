import { setTimeout as sleep } from 'node:timers/promises';
import { openPool } from '@fluxion/engine/postgres';
import { stores } from './chain.ts';
import { products, storeName } from './sales-csv.ts';

type Pool = ReturnType<typeof openPool>;

/** How long the clients' work took, in milliseconds. */
export interface Latencies {
  readonly orders: number[];
  readonly reads: number[];
  readonly errors: string[];
}

/** A client waits so long between two pieces of work, in milliseconds. */
const thinkMs = { least: 100, most: 400 };
const linesOfOrder = 8;

const random = (most: number) => Math.floor(Math.random() * most);
const anyStore = () => storeName(1 + random(stores));

const orderSql = `
  WITH pedido AS (INSERT INTO pedidos (ubicacion_id, fecha) VALUES ($1, '2024-05-04') RETURNING id)
  INSERT INTO pedidos_detalle (pedido_id, producto_id, cantidad_solicitada)
  SELECT id, 'P' || ($2 + n * 37) % ${products}, n + 1 FROM pedido, generate_series(0, ${linesOfOrder - 1}) AS n`;

const reads = [
  (pool: Pool) =>
    pool.query(`SELECT * FROM ventas_diarias WHERE ubicacion_id = $1 AND fecha >= '2024-05-01'`, [anyStore()]),
  (pool: Pool) =>
    pool.query('SELECT * FROM stock_actual WHERE ubicacion_id = $1 AND producto_id = $2', [
      anyStore(),
      `P${random(products)}`,
    ]),
  (pool: Pool) =>
    pool.query(
      `SELECT * FROM ventas_raw WHERE ubicacion_id = $1 AND fecha = '2024-05-03' AND id BETWEEN $2 AND $2 + 100`,
      [anyStore(), random(100_000)],
    ),
];

async function timed(into: number[], work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await work();
  into.push(performance.now() - started);
}

async function client(pool: Pool, latencies: Latencies, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    await sleep(thinkMs.least + random(thinkMs.most - thinkMs.least));
    try {
      if (random(3) === 0) await timed(latencies.orders, () => pool.query(orderSql, [anyStore(), random(products)]));
      else await timed(latencies.reads, async () => reads[random(reads.length)]?.(pool));
    } catch (error) {
      latencies.errors.push(String(error));
    }
  }
}

/** People at work. */
export interface Clients {
  /** Has them read and write orders until `work` is done. */
  during(work: Promise<unknown>): Promise<Latencies>;
  close(): Promise<void>;
}

export function openClients(url: string, count: number): Clients {
  const pool = openPool({ url, applicationName: 'fluxion-clients', max: count });
  return {
    async during(work) {
      const latencies: Latencies = { orders: [], reads: [], errors: [] };
      const ended = new AbortController();
      const clients = Array.from({ length: count }, () => client(pool, latencies, ended.signal));
      try {
        await work;
      } finally {
        ended.abort();
        await Promise.all(clients);
      }
      return latencies;
    },
    close: () => pool.end(),
  };
}

/** Nothing, for so many milliseconds. */
export const pause = (ms: number): Promise<unknown> => sleep(ms);
