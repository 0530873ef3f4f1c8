import { createServer } from '@fluxion/api';
import { createLink, createPerson, createToken, type Role } from '@fluxion/engine/operations';
import { withoutMirror, type Mirror } from '@fluxion/engine/mirror';
import { openPool } from '@fluxion/engine/postgres';
import type pg from 'pg';
import { inject } from 'vitest';
import { stockedSql } from './chain/stocked.ts';
import { createTestDatabase } from './database.ts';
import { openTestMirror } from './test-mirror.ts';

export interface ServedChain {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly pool: pg.Pool;
  /** If it is mirrored. */
  readonly mirror: Mirror | undefined;
  /** A token of a new person with this name and role and, below gerente_general, these stores. */
  tokenOf(name: string, role: Role, stores?: readonly string[]): Promise<string>;
  /** A one-time link's secret for a new person who sees all stores. */
  invite(correo: string, name: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Three stores over 100 days that end on Friday 2025-10-31: T1 grows, T2 shrinks and lags two days behind, T3 is small; none
 * of them has a line on 2025-10-15; on Sundays something is returned. Amounts have cents.
 */
const chainSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo, region, ciudad, zona_horaria, activo) VALUES
    ('T1', '01', 'Chacao', 'tienda', 'Capital', 'Caracas', 'America/Caracas', true),
    ('T2', '02', 'Maracay Centro', 'tienda', 'Aragua', 'Maracay', 'America/Caracas', true),
    ('T3', '03', 'Mérida Andes', 'tienda', 'Mérida', 'Mérida', 'America/Caracas', true);
  SELECT fluxion.ensure_partitions('2025-07-01', '2025-10-31');
  INSERT INTO ventas_raw (ubicacion_id, fecha, numero_factura, cantidad, precio_unitario, monto_total)
  SELECT store, day, store || '-' || to_char(day, 'YYYYMMDD') || '-' || line / 3,
         CASE WHEN line = 1 AND extract(dow FROM day) = 0 THEN -1 ELSE 1 + line % 4 END,
         price, price * CASE WHEN line = 1 AND extract(dow FROM day) = 0 THEN -1 ELSE 1 + line % 4 END
  FROM (SELECT date '2025-10-31' - age AS day, age FROM generate_series(0, 99) AS age) AS days,
       (VALUES ('T1', 400.37, -1.5), ('T2', 310.11, 0.75), ('T3', 95.09, 0)) AS stores (store, base, slope),
       generate_series(1, 11) AS line,
       LATERAL (SELECT (base + slope * age) * CASE extract(dow FROM day) WHEN 6 THEN 1.4 WHEN 0 THEN 1.2 ELSE 1 END
                       + line * 1.01 AS price) AS prices
  WHERE day <> '2025-10-15' AND NOT (store = 'T2' AND day > '2025-10-29')`;

const personSql = `
  WITH person AS (
    INSERT INTO usuarios (correo, nombre, rol) VALUES (gen_random_uuid() || '@prueba', $1, $2) RETURNING id
  ), stores AS (
    INSERT INTO usuarios_ubicaciones (usuario_id, ubicacion_id) SELECT id, unnest($3::text[]) FROM person
  )
  SELECT id FROM person`;

async function tokenOf(pool: pg.Pool, name: string, role: Role, stores: readonly string[]): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(personSql, [name, role, stores]);
  const input = { userId: rows[0]?.id ?? '', name: 'prueba', validDays: 1 };
  return (await createToken({ ctx: { db: pool }, input })).token;
}

async function invite(db: pg.Pool, correo: string, nombre: string): Promise<string> {
  const ctx = { db };
  const userId = await createPerson({ ctx, input: { correo, nombre, rol: 'gerente_general', ubicaciones: [] } });
  const created = await createLink({ ctx, input: { userId } });
  if (created === undefined) throw new Error(`no link for ${correo}`);
  return created.link;
}

export interface ServedChainOptions {
  /** Without them the chain has neither stores nor sales. */
  readonly sales?: boolean;
  /** With goods, stock, movements, orders and a ledger of loads: see stocked.ts. */
  readonly stocked?: boolean;
  /** Questions are answered from a mirror; without it PostgreSQL answers them. */
  readonly mirrored?: boolean;
  /** Takes the days that are to be loaded again; without it the server has no queue of loads. */
  readonly queueLoads?: Parameters<typeof createServer>[0]['queueLoads'];
}

/** The real server with the project's build of the dashboard, listening, on a database of its own. */
export async function serveChain(options: ServedChainOptions = {}): Promise<ServedChain> {
  const { sales = true, stocked = false, mirrored = false, queueLoads } = options;
  const database = await createTestDatabase({ template: 'fluxion' });
  if (sales) await database.pool.query(chainSql);
  if (stocked) await database.pool.query(stockedSql);
  const pool = openPool({ url: database.url, applicationName: 'fluxion-browser-test', max: 4 });
  const mirror = mirrored ? await openTestMirror(database.url) : undefined;
  const answering = mirror ?? withoutMirror({ url: database.url, statementTimeoutMs: 30_000 });
  const server = await createServer({
    pool,
    ask: answering.query,
    mirror,
    version: '0.0.0',
    dashboardDirectory: inject('dashboardDirectory'),
    queueLoads,
  });
  const origin = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    origin,
    pool: database.pool,
    mirror,
    tokenOf: (name, role, stores = []) => tokenOf(database.pool, name, role, stores),
    invite: (correo, name) => invite(database.pool, correo, name),
    close: async () => {
      await server.close();
      await Promise.all([pool.end(), answering.close()]);
      await database.drop();
    },
  };
}
