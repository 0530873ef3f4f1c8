import { tmpdir } from 'node:os';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { eventually } from '#testing/eventually.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPool } from '../postgres/index.ts';
import { leaseSeconds, openQueue, type LoadQueue } from './queue/queue.ts';
import type { LoadTask } from './queue/task.ts';
import { startWorker, type Worker } from './queue/worker.ts';
import { noteAsked } from './planner/asked.ts';
import { takeTurn } from './planner/turn.ts';
import { startSchedule } from './start.ts';

let database: TestDatabase;
/** As if each were a process of its own. */
let queues: readonly [LoadQueue, LoadQueue];

const pools: ReturnType<typeof openPool>[] = [];
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const neverMind = () => {};
const sources = { folder: tmpdir(), secrets: () => undefined };

async function openOne(): Promise<LoadQueue> {
  const pool = openPool({ url: database.url, applicationName: 'fluxion-test', max: 2 });
  pools.push(pool);
  return openQueue(pool, neverMind);
}

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  queues = await Promise.all([openOne(), openOne()]);
  await database.pool.query(`
    INSERT INTO ubicaciones (id, codigo, nombre, tipo, zona_horaria, activo) VALUES
      ('T1', '01', 'Centro', 'tienda', 'America/Caracas', true), ('T2', '02', 'Este', 'tienda', 'America/Bogota', true),
      ('T3', '03', 'Antigua', 'tienda', 'America/Caracas', false);
    INSERT INTO fuentes (nombre, definicion, created_at, activo) VALUES
      ('caja', '{"feed": "ventas", "schedule": {"dailyAt": "03:00"}, "stores": {"T1": "uno", "02": "dos", "T3": "tres"}}', now() - interval '3 days', true),
      ('catalogo', '{"feed": "productos", "schedule": {"dailyAt": "03:00"}}', now() - interval '3 days', true),
      ('parada', '{"feed": "ventas", "schedule": {"dailyAt": "03:00"}}', now() - interval '3 days', false)`);
});
afterAll(async () => {
  await Promise.all(queues.map((queue) => queue.close()));
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});
beforeEach(async () => {
  await database.pool.query(`
    DELETE FROM fluxion_jobs.job; DELETE FROM fluxion.unidades_pedidas; UPDATE fluxion.planificador SET ultima_vuelta = NULL`);
});

const task = (store: string): LoadTask => ({ kind: 'source', source: 'caja', store, date: '2024-03-05' });

async function jobStates(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ state: string }>(
    `SELECT state::text FROM fluxion_jobs.job ORDER BY state`,
  );
  return rows.map(({ state }) => state);
}

describe('the queue', () => {
  it('keeps one job of a task, whoever adds it, also while it is worked on', async () => {
    const [one, other] = queues;
    const added = await Promise.all([one.enqueue([task('T1')]), other.enqueue([task('T1'), task('T2')])]);
    expect(added.reduce((sum, outcome) => sum + outcome.added, 0)).toBe(2);
    const [job] = await one.take(1);
    expect(await other.enqueue(job === undefined ? [] : [job.task])).toEqual({ added: 0, waiting: 1 });
    // The next one is taken all the same.
    expect(await other.take(5)).toHaveLength(1);
    expect(await one.take(5)).toEqual([]);
  });

  it('takes the most urgent first', async () => {
    const [one] = queues;
    await one.enqueue([
      { ...task('old'), urgency: -3 },
      { ...task('today'), urgency: 0 },
    ]);
    expect((await one.take(1)).map((job) => job.task)).toEqual([task('today')]);
  });

  it('gives the job of a process that died to another, and not one whose lease is renewed', async () => {
    const [dead, alive] = queues;
    await dead.enqueue([task('T1'), task('T2')]);
    const [lost, kept] = await dead.take(2);
    if (lost === undefined || kept === undefined) throw new Error('no jobs');
    await database.pool.query(`UPDATE fluxion_jobs.job SET started_on = now() - $1 * interval '2 seconds'`, [
      leaseSeconds,
    ]);
    expect(await dead.renew([kept])).toEqual(new Set([kept.id]));
    await alive.maintain();
    expect(await jobStates()).toEqual(['active', 'retry']);
    await database.pool.query(`UPDATE fluxion_jobs.job SET start_after = now() - interval '1 second'`);
    expect(await alive.take(2)).toEqual([{ ...lost, attempt: 1 }]);
    expect(await dead.renew([lost, kept])).toEqual(new Set([kept.id]));
    // The dead one was only slow: what it says of a job that is another's counts no more.
    await dead.giveBack(lost, 'too late');
    await dead.finish(lost);
    expect(await jobStates()).toEqual(['active', 'active']);
  });
});

describe('workers', () => {
  const workers: Worker[] = [];
  afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.stop(0))));

  it('of two processes never work on one unit at the same time, and on no more at once than they may', async () => {
    const stores = Array.from({ length: 20 }, (_, index) => `S${index}`);
    await queues[0].enqueue(stores.map(task));
    const running = new Map<string, number>();
    const done: string[] = [];
    let atOnce = 0;
    const work = async (loaded: LoadTask) => {
      const store = loaded.kind === 'source' ? (loaded.store ?? '') : '';
      expect(running.get(store) ?? 0).toBe(0);
      running.set(store, 1);
      atOnce = Math.max(
        atOnce,
        [...running.values()].reduce((sum, count) => sum + count, 0),
      );
      // Others go on meanwhile.
      await database.pool.query('SELECT 1');
      running.set(store, 0);
      done.push(store);
    };
    for (const queue of queues) workers.push(startWorker({ queue, atOnce: 2, work, log: quiet }));
    await eventually(() => expect(done).toHaveLength(20));
    expect(done.toSorted()).toEqual(stores.toSorted());
    expect(atOnce).toBeLessThanOrEqual(4);
    await eventually(async () => expect(new Set(await jobStates())).toEqual(new Set(['completed'])));
  });

  it('give back what fails, and what still runs when they are stopped', async () => {
    const [queue] = queues;
    await queue.enqueue([task('fails'), task('hangs')]);
    let hanging = 0;
    const work = (loaded: LoadTask, signal: AbortSignal) =>
      new Promise<void>((_, reject) => {
        if (loaded.kind === 'source' && loaded.store === 'fails') reject(new Error('no answer'));
        else hanging++;
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const worker = startWorker({ queue, atOnce: 4, work, log: quiet });
    await eventually(async () => expect(await jobStates()).toEqual(['active', 'retry']));
    expect(hanging).toBe(1);
    await worker.stop(0);
    expect(await jobStates()).toEqual(['retry', 'retry']);
    const { rows } = await database.pool.query(`SELECT output ->> 'reason' AS reason FROM fluxion_jobs.job ORDER BY 1`);
    expect(rows).toEqual([{ reason: 'Fluxion is being stopped.' }, { reason: 'no answer' }]);
  });
});

describe('the planner', () => {
  const anewTurn = () => database.pool.query('UPDATE fluxion.planificador SET ultima_vuelta = NULL');

  it('adds what is due of active sources and their active stores, once', async () => {
    const [queue] = queues;
    const turns = await Promise.all([takeTurn(database.pool, queue), takeTurn(database.pool, queues[1])]);
    const [turn] = turns.filter((outcome) => outcome !== undefined);
    expect(turns).toContain(undefined);
    const { rows } = await database.pool.query<{ source: string; store: string | null }>(
      `SELECT DISTINCT data ->> 'source' AS source, data ->> 'store' AS store FROM fluxion_jobs.job ORDER BY 1, 2`,
    );
    expect(rows).toEqual([
      { source: 'caja', store: 'T1' },
      { source: 'caja', store: 'T2' },
      { source: 'catalogo', store: null },
    ]);
    // Three nights have passed since the sources were added.
    expect(turn).toEqual({ due: 9, added: 9 });
    await anewTurn();
    expect(await takeTurn(database.pool, queue)).toEqual({ due: 9, added: 0 });
  });

  it('does not ask again for what was loaded, even if the queue forgets', async () => {
    const [queue] = queues;
    await takeTurn(database.pool, queue);
    const jobs = await queue.take(20);
    for (const job of jobs) {
      if (job.task.kind === 'source')
        await noteAsked(database.pool, { ...job.task, asked: new Date(), succeeded: true });
    }
    await database.pool.query('DELETE FROM fluxion_jobs.job');
    await anewTurn();
    expect(await takeTurn(database.pool, queue)).toEqual({ due: 0, added: 0 });
  });

  it('says when it last ran, and what went wrong', async () => {
    const stateOf = async () => {
      const { rows } = await database.pool.query(
        'SELECT ultimo_exito = ultima_vuelta AS ok, mensaje, pendientes FROM fluxion.planificador',
      );
      return rows[0];
    };
    const broken = { enqueue: () => Promise.reject(new Error('the disk is full')) };
    await expect(takeTurn(database.pool, broken)).rejects.toThrow('the disk is full');
    expect(await stateOf()).toMatchObject({ mensaje: 'the disk is full' });
    await anewTurn();
    await takeTurn(database.pool, queues[0]);
    expect(await stateOf()).toMatchObject({ mensaje: null, pendientes: 9 });
  });
});

describe('startSchedule', () => {
  it('loads what is due by itself, and stops', async () => {
    const loaded: LoadTask[] = [];
    const load = async (due: LoadTask) => {
      loaded.push(due);
      return [];
    };
    const schedule = startSchedule({ url: database.url, ...sources, load, log: quiet });
    await eventually(() => expect(loaded).toHaveLength(9));
    expect(await schedule.enqueue([{ kind: 'file', path: 'dia.csv' }])).toEqual({ added: 1, waiting: 0 });
    await eventually(() => expect(loaded).toHaveLength(10));
    await schedule.stop();
    const { rows } = await database.pool.query(
      'SELECT count(*)::int AS units, bool_and(lograda) AS ok FROM fluxion.unidades_pedidas',
    );
    expect(rows).toEqual([{ units: 9, ok: true }]);
    const connections = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'fluxion-schedule'`;
    await eventually(async () => expect((await database.pool.query(connections)).rows).toEqual([]));
  });
});

it('says in one sentence what it lacks where its schema cannot be made, and does not throw', async () => {
  const other = await createTestDatabase({ template: 'fluxion' });
  try {
    const { rows: roles } = await other.pool.query<{ me: string; base: string }>(
      'SELECT current_user AS me, current_database() AS base',
    );
    await other.pool.query(`REVOKE CREATE ON DATABASE ${roles[0]?.base} FROM ${roles[0]?.me}`);
    const lines: string[] = [];
    const schedule = startSchedule({
      url: other.url,
      ...sources,
      load: async () => [],
      log: { ...quiet, error: (line) => lines.push(line) },
    });
    await eventually(() => expect(lines).toHaveLength(1));
    expect(lines[0]).toMatch(/^Nothing is loaded by schedule: .*permission denied.*GRANT CREATE ON DATABASE\.$/);
    await expect(schedule.enqueue([])).rejects.toMatchObject({ code: 'SCHEDULE_UNAVAILABLE' });
    await schedule.stop();
  } finally {
    await other.drop();
  }
});
