import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { eventually } from '#testing/eventually.ts';
import { openPool } from '@fluxion/engine/postgres';
import type { FastifyBaseLogger } from 'fastify';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { pulseFields } from '../../../../infra/src/stacks/watch/pulse-fields.ts';
import { createServer, type ServerOptions } from '../../server.ts';
import { noQuestions } from '../../testing/no-questions.ts';
import { pulseTeller } from './pulse.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(
    `INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T1', '01', 'Centro', 'tienda'), ('T2', '02', 'Este', 'tienda');
     SELECT fluxion.ensure_partitions((now() - interval '40 days')::date, now()::date);
     INSERT INTO ventas_raw (ubicacion_id, fecha, numero_factura, cantidad, monto_total)
     VALUES ('T1', (now() AT TIME ZONE 'America/Caracas')::date - 3, '1', 1, 1);
     INSERT INTO cargas (fuente, fecha, terminada, resultado, filas_leidas, filas_cargadas, filas_rechazadas, mensaje)
     VALUES ('productos', '2026-01-01', now(), 'con_rechazos', 9, 2, 7, NULL), ('productos', '2026-01-02', now(), 'fallida', 0, 0, 0, 'no')`,
  );
});
afterAll(() => database.drop());
afterEach(() => vi.useRealTimers());

/** A log, and its lines as whoever collects it gets them. */
function keptLog(level = 'info') {
  const lines: Record<string, unknown>[] = [];
  const keep = (as: string) => (fields: unknown, msg?: string) => {
    lines.push(JSON.parse(JSON.stringify({ as, msg, ...Object(fields) })));
  };
  const ignore = () => {};
  const levels = { trace: ignore, debug: ignore, info: keep('info'), warn: keep('warn'), error: ignore, fatal: ignore };
  const log: FastifyBaseLogger = { level, ...levels, silent: ignore, child: () => log };
  return { lines, log };
}

/** What a metric filter's selector (`$.pulse.lag`) takes out of a line. */
function valueAt(line: unknown, selector: string): unknown {
  return selector
    .split('.')
    .slice(1)
    .reduce((value, name) => Object(value)[name], line);
}

function mirrorOf(time: string | null): NonNullable<ServerOptions['mirror']> {
  const asOf = time === null ? null : { snapshot: '1:1:', time };
  const status = { state: 'ready', problem: null, file: null, bytes: 7, asOf, tables: [] } as const;
  const unasked = () => Promise.reject(new Error('nobody asks here'));
  const sql = { tables: unasked, query: unasked };
  return { version: () => undefined, isCurrent: async () => false, status: () => status, sql };
}

it('tells how mirror and loads are, and how old the sales of each store', async () => {
  const { lines, log } = keptLog();
  const mirror = mirrorOf(new Date(Date.now() - 90_000).toISOString());
  await pulseTeller({ pool: database.pool, mirror }, log)();
  const missingFrom = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
  expect(lines).toEqual([
    {
      as: 'info',
      msg: 'pulse',
      pulse: {
        mirrorState: 'ready',
        mirrorLagSeconds: expect.any(Number),
        rejectedLines: 7,
        failedLoads: 1,
        pendingUnits: 0,
      },
    },
    { as: 'info', msg: 'pulse of a store', store: { code: '01', ageHours: expect.any(Number), missingFrom, gaps: 2 } },
    { as: 'info', msg: 'pulse of a store', store: { code: '02', ageHours: null, missingFrom: null, gaps: 0 } },
  ]);
  const numbers = Object.values(pulseFields).map((field) => lines.map((line) => typeof valueAt(line, field)));
  expect(numbers).toEqual(Object.values(pulseFields).map(() => expect.arrayContaining(['number'])));
  expect(lines[0]).toHaveProperty('pulse.mirrorLagSeconds', expect.closeTo(90, -1));
  // Since the midnight before the two days that are missing.
  const { ageHours } = Object(lines[1]?.['store']);
  expect(Math.floor(ageHours / 24)).toBe(2);
});

it('counts the lag of a mirror that has no state yet from the start of the process', async () => {
  const { lines, log } = keptLog();
  vi.spyOn(performance, 'now').mockReturnValueOnce(720_000);
  await pulseTeller({ pool: database.pool, mirror: mirrorOf(null) }, log)();
  expect(lines[0]).toMatchObject({ pulse: { mirrorLagSeconds: 720 } });
});

it('says that the database cannot be asked, and how the mirror is all the same', async () => {
  const away = openPool({ url: 'postgres://nadie@127.0.0.1:1/nada', applicationName: 'fluxion-test', max: 1 });
  const { lines, log } = keptLog();
  await pulseTeller({ pool: away, mirror: mirrorOf(null) }, log)();
  await away.end();
  expect(lines).toEqual([
    expect.objectContaining({
      as: 'warn',
      pulse: expect.objectContaining({ mirrorState: 'ready' }),
      reason: expect.any(String),
    }),
  ]);
});

it('is told one at a time, once the database is ready, and the stores with each fifth', async () => {
  const { lines, log } = keptLog();
  let isStarted = false;
  const tell = pulseTeller({ pool: database.pool, isStarted: () => isStarted }, log);
  await tell();
  expect(lines).toEqual([]);
  isStarted = true;
  await Promise.all([tell(), tell()]);
  for (let more = 0; more < 5; more += 1) await tell();
  const stores = ['pulse of a store', 'pulse of a store'];
  expect(lines.map(({ msg }) => msg)).toEqual([
    'pulse',
    ...stores,
    'pulse',
    'pulse',
    'pulse',
    'pulse',
    'pulse',
    ...stores,
  ]);
});

async function listening(level: string) {
  const { lines, log } = keptLog(level);
  const options = { pool: database.pool, ask: noQuestions, version: '1', dashboardDirectory: '/nowhere', logger: log };
  const server = await createServer(options);
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  await server.listen({ port: 0, host: '127.0.0.1' });
  return { lines, server };
}

it('is told each minute while the server listens', async () => {
  const { lines, server } = await listening('info');
  vi.advanceTimersByTime(60_000);
  await eventually(() => expect(lines).toContainEqual(expect.objectContaining({ msg: 'pulse' })));
  await server.close();
  expect(vi.getTimerCount()).toBe(0);
});

it('asks the database nothing where nobody takes it from the log', async () => {
  const { server } = await listening('warn');
  expect(vi.getTimerCount()).toBe(0);
  await server.close();
});
