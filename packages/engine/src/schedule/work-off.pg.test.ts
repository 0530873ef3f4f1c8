import { tmpdir } from 'node:os';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { eventually } from '#testing/eventually.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { FluxionError } from '../base/index.ts';
import type { LoadTaskOf } from './load-task.ts';
import { startSchedule } from './start.ts';
import { workOff, type WorkedLoad } from './work-off.ts';

let database: TestDatabase;
const log = { info: () => {}, warn: () => {}, error: () => {} };

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(`
    INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T1', '01', 'Centro', 'tienda');
    INSERT INTO fuentes (nombre, definicion, created_at)
    VALUES ('caja', '{"feed": "ventas", "schedule": {"dailyAt": "03:00"}}', now() - interval '3 days')`);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.pool.query(`
    DROP SCHEMA IF EXISTS fluxion_jobs CASCADE; DELETE FROM fluxion.unidades_pedidas;
    UPDATE fluxion.planificador SET ultima_vuelta = NULL, ultimo_exito = NULL`);
});

function work(load: LoadTaskOf, signal = new AbortController().signal) {
  const heard: WorkedLoad[] = [];
  const options = { url: database.url, folder: tmpdir(), secrets: () => undefined, log, load, signal };
  return { heard, worked: workOff({ ...options, onLoad: (done) => heard.push(done) }) };
}

async function jobStates(): Promise<readonly string[]> {
  const sql = 'SELECT state::text FROM fluxion_jobs.job ORDER BY state::text';
  return (await database.pool.query<{ state: string }>(sql)).rows.map(({ state }) => state);
}

it('plans, works on what is due and ends; what failed stays for a later call', async () => {
  let calls = 0;
  const { heard, worked } = work(async () => {
    calls += 1;
    if (calls === 2) throw new FluxionError('HTTP_SOURCE_FAILED', 'no answer');
    return [];
  });
  const { planificadas, cargas } = await worked;
  expect([planificadas, cargas.length, heard]).toEqual([3, 3, cargas]);
  expect(cargas.filter(({ resultado }) => resultado === 'fallida')).toEqual([
    {
      tarea: expect.stringMatching(/^caja: T1 \d{4}/),
      resultado: 'fallida',
      filas: 0,
      rechazadas: 0,
      mensaje: 'no answer',
    },
  ]);
  expect(await jobStates()).toEqual(['completed', 'completed', 'retry']);
  // Another one at once finds that somebody has just planned, and what failed is not tried again so soon.
  expect(await work(async () => []).worked).toEqual({ planificadas: null, cargas: [] });
});

it('lets what runs end when it is stopped, and takes nothing more', async () => {
  const stopping = new AbortController();
  const interrupted = new FluxionError('INTERRUPTED', 'Stopped.');
  const { heard, worked } = work(async () => {
    stopping.abort(interrupted);
    return [];
  }, stopping.signal);
  await expect(worked).rejects.toBe(interrupted);
  // Of the first that were taken at once each has ended.
  expect(heard).toHaveLength(3);
  expect(await jobStates()).toEqual(['completed', 'completed', 'completed']);
});

it('is left the queue by a schedule that neither plans nor works', async () => {
  const schedule = startSchedule({
    url: database.url,
    folder: tmpdir(),
    secrets: () => undefined,
    log,
    works: false,
    load: () => Promise.reject(new Error('it works')),
  });
  const task = { kind: 'file', path: 'dia.csv' } as const;
  await eventually(async () => expect(await schedule.enqueue([task])).toEqual({ added: 1, waiting: 0 }));
  await schedule.stop();
  const { rows } = await database.pool.query('SELECT ultima_vuelta FROM fluxion.planificador');
  expect([await jobStates(), rows]).toEqual([['created'], [{ ultima_vuelta: null }]]);
  const { cargas } = await work(async () => []).worked;
  expect(cargas.map(({ tarea }) => tarea)).toContain('dia.csv');
});
