import { withoutMirror, type Mirror } from '@fluxion/engine/mirror';
import { openPool } from '@fluxion/engine/postgres';
import { createToken, factorKeysOf, type Role } from '@fluxion/engine/operations';
import type { LightMyRequestResponse } from 'fastify';
import type pg from 'pg';
import { createTestDatabase } from '#testing/database.ts';
import type { Server, Services } from '../http/server-types.ts';
import type { OperatingOptions } from '../operating/operate.ts';
import { createServer } from '../server.ts';
import { openTestMirror } from '#testing/test-mirror.ts';
import { checkAnswers } from './check-answers.ts';

/** One sales line of a test. Amounts are decimal texts. */
export interface TestLine {
  readonly store: string;
  readonly day: string;
  readonly receipt?: string | null;
  readonly product?: string | null;
  readonly quantity?: string;
  readonly amount?: string;
}

export interface TestChain {
  readonly server: Server;
  readonly pool: pg.Pool;
  /** If it is mirrored. */
  readonly mirror: Mirror | undefined;
  readonly url: string;
  /** A token of a new person with this role and, below gerente_general, these stores. */
  tokenOf(role: Role, stores?: readonly string[]): Promise<string>;
  /** Adds sales lines and gives back their ids, in order. */
  sell(lines: readonly TestLine[]): Promise<readonly string[]>;
  get(path: string, token?: string): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** What the server's own connections are called. */
export const servingApplication = 'fluxion-api-test';

const mastersSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo, region, ciudad, zona_horaria, activo) VALUES
    ('T1', '01', 'Centro', 'tienda', 'Capital', 'Caracas', 'America/Caracas', true),
    ('T2', '02', 'Este', 'tienda', 'Capital', NULL, 'America/Caracas', true),
    ('T3', '03', 'Antigua', 'tienda', NULL, NULL, 'America/Bogota', false),
    ('C1', '90', 'Central', 'cedi', NULL, NULL, 'America/Caracas', true);
  INSERT INTO productos (id, codigo, codigo_barras, descripcion, categoria, precio_sugerido, unidades_por_bulto, activo) VALUES
    ('P1', '100', '7591', 'Café Ñandú 500 g', 'Víveres', 12.5, 12, true),
    ('P2', '101', '7592', 'CAFE MOLIDO 250G', 'Víveres', 7, 1, true),
    ('P3', '102', NULL, 'Jabón 100% puro_oliva', 'Limpieza', NULL, 1, NULL),
    ('P4', '103', '7594', 'Azúcar', 'Víveres', 1.2345, 1, false);
  SELECT fluxion.ensure_partitions('2024-01-01', '2024-12-31');`;

const sellSql = `
  INSERT INTO ventas_raw (ubicacion_id, fecha, numero_factura, producto_id, cantidad, precio_unitario, monto_total)
  SELECT l.store, l.day, l.receipt, l.product, coalesce(l.quantity, 1), 10, coalesce(l.amount, 10)
  FROM jsonb_to_recordset($1) AS l(store text, day date, receipt text, product text, quantity numeric, amount numeric)
  RETURNING id`;

const personSql = `
  WITH person AS (
    INSERT INTO usuarios (correo, nombre, rol) VALUES (gen_random_uuid() || '@prueba', 'Persona de prueba', $1) RETURNING id
  ), stores AS (
    INSERT INTO usuarios_ubicaciones (usuario_id, ubicacion_id) SELECT id, unnest($2::text[]) FROM person
  )
  SELECT id FROM person`;

async function tokenOf(pool: pg.Pool, role: Role, stores: readonly string[]): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(personSql, [role, stores]);
  const input = { userId: rows[0]?.id ?? '', name: 'prueba', validDays: 1 };
  return (await createToken({ ctx: { db: pool }, input })).token;
}

export interface TestChainOptions {
  /** Another way for the server to its database. */
  readonly throughUrl?: (url: string) => string;
  readonly statementTimeoutMs?: number;
  readonly drainingMs?: number;
  readonly queueLoads?: Services['queueLoads'];
  /** Questions are answered from a mirror; without it PostgreSQL answers them. */
  readonly mirrored?: boolean;
  readonly operating?: OperatingOptions;
  /** What secrets of second factors are encrypted with; one key unless told otherwise. */
  readonly secretKeys?: readonly string[];
}

/**
 * A server on a database of its own with four stores (T1, T2 active, T3 closed, the CEDI C1) and four products, no sales.
 * Closing it fails if it answered anything that its routes do not declare.
 */
export async function openTestChain(options: TestChainOptions = {}): Promise<TestChain> {
  const database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(mastersSql);
  const url = options.throughUrl?.(database.url) ?? database.url;
  const { statementTimeoutMs = 30_000, drainingMs, queueLoads } = options;
  const serving = openPool({ url, applicationName: servingApplication, max: 4, statementTimeoutMs });
  const mirror = options.mirrored === true ? await openTestMirror(url) : undefined;
  const answering = mirror ?? withoutMirror({ url, statementTimeoutMs });
  const services = {
    pool: serving,
    factorKeys: factorKeysOf(options.secretKeys ?? ['clave de prueba']),
    ask: answering.query,
    mirror,
    version: '0.0.0',
    dashboardDirectory: '/nowhere',
    queueLoads,
  };
  const answers = checkAnswers();
  const server = await createServer({ ...services, ...options.operating, drainingMs, watch: answers.watch });
  return {
    server,
    url: database.url,
    pool: database.pool,
    mirror,
    tokenOf: (role, stores = []) => tokenOf(database.pool, role, stores),
    sell: async (lines) => {
      const { rows } = await database.pool.query<{ id: string }>(sellSql, [JSON.stringify(lines)]);
      return rows.map(({ id }) => id);
    },
    get: (path, token) =>
      server.inject({ url: path, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } }),
    close: async () => {
      await server.close();
      await Promise.all([serving.end(), answering.close()]);
      await database.drop();
      answers.assertDeclared();
    },
  };
}
