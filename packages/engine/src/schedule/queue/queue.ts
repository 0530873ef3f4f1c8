import PgBoss from 'pg-boss';
import type pg from 'pg';
import { withTransaction } from '../../postgres/index.ts';
import { taskKey, type LoadTask } from './task.ts';

const schema = 'fluxion_jobs';
const queue = 'cargas';

/** A job whose process has not been heard of for this long is given to another. */
export const leaseSeconds = 180;

/** The queue's own lock, for starting it and for adding jobs: any number that nobody else takes. */
const lockKey = '7145290918360218';

const settings = {
  name: queue,
  policy: 'stately',
  retryLimit: 4,
  retryDelay: 60,
  retryBackoff: true,
  expireInSeconds: leaseSeconds,
} as const;

/** A job that this process has taken, and works on. */
export interface TakenJob {
  readonly id: string;
  /** How often it was taken before; with the id it tells this taking from any other. */
  readonly attempt: number;
  readonly task: LoadTask;
}

/** How many of the tasks that were to be added; one that is named twice is one job, and counts twice. */
export interface Enqueued {
  readonly added: number;
  /** Those that were waiting or being worked on already. */
  readonly waiting: number;
}

export interface LoadQueue {
  /** Adds those tasks that are neither waiting nor being worked on. Those of a higher `urgency` are taken first. */
  enqueue(tasks: readonly (LoadTask & { readonly urgency?: number })[]): Promise<Enqueued>;
  /** Takes up to so many jobs; no two processes get the same one. */
  take(limit: number): Promise<readonly TakenJob[]>;
  /** Keeps the jobs from being given to another process. @returns those that still are this process's */
  renew(jobs: readonly TakenJob[]): Promise<ReadonlySet<string>>;
  finish(job: TakenJob): Promise<void>;
  /** Gives a job back: it is worked on again after a while, a limited number of times. One that is another process's is left to it. */
  giveBack(job: TakenJob, reason: string): Promise<void>;
  /** Gives the jobs of processes that are not heard of any more back, and removes old ones; done by itself each minute. */
  maintain(): Promise<void>;
  /** Leaves what is taken to its lease. */
  close(): Promise<void>;
}

/**
 * Opens the queue of loads, and makes its schema where it is missing. Of the pool's connections it takes two at most.
 * @throws whatever PostgreSQL refuses it by: 42501 if the role may not create a schema
 */
export async function openQueue(pool: pg.Pool, onError: (error: unknown) => void): Promise<LoadQueue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => execute(pool, text, values) },
    schema,
    schedule: false,
    maintenanceIntervalSeconds: 60,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 2,
  });
  boss.on('error', onError);
  // One process at a time: the others find it made.
  await withTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
    await boss.start();
    await boss.createQueue(queue, settings);
  }).catch(async (error: unknown) => {
    await boss.stop({ graceful: false });
    throw error;
  });
  // The job may have been given to another process meanwhile, which is not to be disturbed.
  const isOurs = async (job: TakenJob) => (await renew(pool, [job])).has(job.id);
  return {
    enqueue: (tasks) => enqueue(boss, pool, tasks),
    take: (limit) => take(boss, limit),
    renew: (jobs) => renew(pool, jobs),
    finish: async (job) => {
      if (await isOurs(job)) await boss.complete(queue, job.id);
    },
    giveBack: async (job, reason) => {
      if (await isOurs(job)) await boss.fail(queue, job.id, { reason });
    },
    maintain: () => boss.maintain(),
    close: () => boss.stop({ graceful: false }),
  };
}

/** Several statements may be one text, with BEGIN and COMMIT: after an error in it nobody else gets the connection. */
async function execute(pool: pg.Pool, text: string, values?: unknown[]): Promise<pg.QueryResult> {
  const client = await pool.connect();
  let failed = true;
  try {
    const result = await client.query(text, values);
    failed = false;
    return result;
  } finally {
    client.release(failed);
  }
}

/**
 * Of a task there is at most one job that waits or is worked on. The queue's policy refuses a second one that waits, but
 * would take one beside a job that is worked on, and then give nobody anything until that ended.
 */
function enqueue(
  boss: PgBoss,
  pool: pg.Pool,
  tasks: readonly (LoadTask & { readonly urgency?: number })[],
): Promise<Enqueued> {
  const wanted = new Map(tasks.map(({ urgency = 0, ...task }) => [taskKey(task), { task, urgency }]));
  return withTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
    const { rows } = await client.query<{ key: string }>(
      `SELECT singleton_key AS key FROM ${schema}.job WHERE name = $1 AND state < 'completed' AND singleton_key = ANY ($2)`,
      [queue, [...wanted.keys()]],
    );
    const unfinished = new Set(rows.map(({ key }) => key));
    const fresh = [...wanted].filter(([key]) => !unfinished.has(key));
    const jobs = fresh.map(([singletonKey, { task, urgency }]) => ({
      name: queue,
      data: task,
      singletonKey,
      priority: urgency,
    }));
    if (jobs.length > 0) await boss.insert(jobs, { db: { executeSql: (text, values) => client.query(text, values) } });
    const waiting = tasks.filter((task) => unfinished.has(taskKey(task))).length;
    return { added: tasks.length - waiting, waiting };
  });
}

async function take(boss: PgBoss, limit: number): Promise<readonly TakenJob[]> {
  const jobs = await boss.fetch<LoadTask>(queue, { batchSize: limit, includeMetadata: true });
  return jobs.map(({ id, retryCount, data }) => ({ id, attempt: retryCount, task: data }));
}

async function renew(pool: pg.Pool, jobs: readonly TakenJob[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `UPDATE ${schema}.job AS j SET started_on = now() FROM unnest($2::uuid[], $3::int[]) AS t (id, attempt)
     WHERE j.name = $1 AND j.id = t.id AND j.retry_count = t.attempt AND j.state = 'active' RETURNING j.id`,
    [queue, jobs.map(({ id }) => id), jobs.map(({ attempt }) => attempt)],
  );
  return new Set(rows.map(({ id }) => id));
}
