import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { sendJson, startTill } from '#testing/till.ts';
import { eventually } from '#testing/eventually.ts';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fluxion, startFluxion } from '../testing/fluxion.ts';

// Processes are started, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

let database: TestDatabase;
let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'fluxion-work-'));
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(`INSERT INTO ubicaciones (id, codigo, nombre, tipo)
    VALUES ('T1', '01', 'Centro', 'tienda'), ('T2', '02', 'Este', 'tienda')`);
});
afterAll(async () => {
  await database.drop();
  await rm(home, { recursive: true, force: true });
});
beforeEach(() =>
  database.pool
    .query(`DROP SCHEMA IF EXISTS fluxion_jobs CASCADE; DELETE FROM fuentes; DELETE FROM fluxion.unidades_pedidas;
    DELETE FROM ventas_raw; UPDATE fluxion.planificador SET ultima_vuelta = NULL`),
);

const environment = () => ({ DATABASE_URL: database.url, FLUXION_HOME: home });

/** Two lines of a day; what the till sold of `cantidad` in the second. */
function lines(fecha: string | null, cantidad = '2') {
  const line = { fecha, producto_id: 'P1', precio_unitario: '1.50', monto_total: '3.00', linea: 1 };
  return [
    { ...line, numero_factura: 'F1', cantidad: '2' },
    { ...line, numero_factura: 'F2', cantidad },
  ];
}

/** Has a till answer for the last three days of the stores. */
async function schedule(answer: (fecha: string | null, store: string | null) => unknown, stores = ['T1', 'T2']) {
  const till = await startTill(({ url }, response) => {
    const { searchParams } = new URL(url ?? '', 'http://till');
    const answered = answer(searchParams.get('fecha'), searchParams.get('tienda'));
    if (answered === undefined) response.writeHead(404).end('no such day');
    else sendJson(response, answered);
  });
  const definition = {
    feed: 'ventas',
    url: `${till.origin}/?tienda={store}&fecha={date}`,
    schedule: { dailyAt: '03:00' },
    stores: Object.fromEntries(stores.map((store) => [store, store])),
  };
  await database.pool.query(
    `INSERT INTO fuentes (nombre, definicion, created_at) VALUES ('caja', $1, now() - interval '3 days')`,
    [definition],
  );
  return till;
}

async function sold(): Promise<unknown> {
  const sql = 'SELECT count(*)::int AS lines, count(DISTINCT (ubicacion_id, fecha))::int AS days FROM ventas_raw';
  return (await database.pool.query(sql)).rows[0];
}

it('loads what is due, each day once, however many do so at once', async () => {
  const till = await schedule((fecha) => lines(fecha));
  const both = [startFluxion(['work', '--json'], environment()), startFluxion(['work', '--json'], environment())];
  const endings = await Promise.all(both.map(({ ended }) => ended));
  expect(endings.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  const cargas = endings.flatMap(({ stdout }) => JSON.parse(stdout).cargas);
  expect(cargas).toHaveLength(6);
  expect(new Set(till.asked).size).toBe(6);
  expect(till.asked).toHaveLength(6);
  expect(await sold()).toEqual({ lines: 12, days: 6 });
});

it('ends with 3 where something failed or was rejected, and says what', async () => {
  const days = new Set<string | null>();
  await schedule(
    (fecha) => {
      days.add(fecha);
      return days.size === 1 ? undefined : lines(fecha, days.size === 2 ? 'muchas' : '1');
    },
    ['T1'],
  );
  const { exitCode, stdout, stderr } = await fluxion(['work'], environment());
  expect(stdout).toBe('3 loads, 3 lines, 1 in part, 1 failed: they are tried again by a later call.\n');
  expect(exitCode).toBe(3);
  expect(stderr.match(/^.*failed: .*404/gm)).toEqual([
    expect.stringMatching(/^The load of caja: T1 \d{4}-\d\d-\d\d failed/),
  ]);
  expect(stderr).toMatch(/^caja: T1 \d{4}-\d\d-\d\d {2}loaded in part, 1 line, 1 line rejected/m);
});

it('loads what people have asked a server for that leaves loads to others', async () => {
  const till = await schedule((fecha) => lines(fecha), ['T1']);
  const running = startFluxion(['up', '--port', '0', '--json', '--no-mirror', '--no-loads'], environment());
  const [line] = await running.printed(/^\{.*\}$/m);
  const { address, token } = JSON.parse(line);
  expect((await fluxion(['work'], environment())).stdout).toBe('3 loads, 6 lines.\n');
  const { rows } = await database.pool.query(
    'DELETE FROM ventas_raw WHERE fecha = (SELECT min(fecha) + 1 FROM ventas_raw) RETURNING fecha',
  );
  const day = rows[0]?.fecha;
  const recovery = await fetch(`${address}/cargas/recuperar`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ fecha_inicio: day, fecha_fin: day }),
  });
  expect([recovery.status, await recovery.json()]).toMatchObject([202, { encoladas: 1, en_cola: 0 }]);
  running.signal('SIGINT');
  expect((await running.ended).exitCode).toBe(0);
  // The server has neither planned nor loaded, not even at its end.
  expect(till.asked).toHaveLength(3);
  expect((await fluxion(['work'], environment())).stdout).toBe('1 load, 2 lines.\n');
  expect(await sold()).toEqual({ lines: 6, days: 3 });
});

it('killed in the middle of a load leaves nothing of it, and the load to a later one', async () => {
  await schedule((fecha) => lines(fecha), ['T1']);
  const holder = await database.pool.connect();
  await holder.query('BEGIN; LOCK TABLE ventas_raw IN SHARE MODE');
  const killed = startFluxion(['work'], environment());
  const blocked = `SELECT FROM pg_stat_activity WHERE datname = current_database()
    AND application_name = 'fluxion-load' AND wait_event_type = 'Lock'`;
  await eventually(async () => expect((await database.pool.query(blocked)).rowCount).toBeGreaterThan(0));
  killed.signal('SIGKILL');
  await killed.ended;
  await holder.query('COMMIT');
  holder.release();
  const loading = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'fluxion-load'`;
  await eventually(async () => expect((await database.pool.query(loading)).rowCount).toBe(0));
  expect(await sold()).toEqual({ lines: 0, days: 0 });
  // Its lease runs out, it is given back, and its time comes again.
  await database.pool.query(`UPDATE fluxion_jobs.job SET started_on = now() - interval '1 hour'`);
  const nothing = await fluxion(['work'], environment());
  // The killed one has planned: whether that was less than a minute ago is the machine's affair.
  expect(nothing.exitCode).toBe(0);
  expect(nothing.stdout).toMatch(/^(?:There is nothing to load now\.|What is due was looked for)/);
  await database.pool.query(`UPDATE fluxion_jobs.job SET start_after = now()`);
  const { exitCode, stdout } = await fluxion(['work'], environment());
  expect([exitCode, stdout]).toEqual([0, '3 loads, 6 lines.\n']);
  expect(await sold()).toEqual({ lines: 6, days: 3 });
});
