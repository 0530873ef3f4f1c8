import { FluxionError, messageOf } from '../base/index.ts';
import type { ScheduleLog } from './log.ts';
import { takeTurn } from './planner/turn.ts';
import { rememberingWork } from './planner/work.ts';
import { openQueue, startWorker, type Enqueued, type LoadQueue, type LoadTask, type Worker } from './queue/index.ts';
import { openPools } from './pools.ts';
import { taskLoader, type LoadTaskOf, type TaskLoaderOptions } from './load-task.ts';

export interface ScheduleOptions {
  /** The database's. The schedule has two connections of its own, and loads a few of their own again. */
  readonly url: string;
  /** A folder for temporary files; made when it is first needed. */
  readonly folder: string;
  /** Looks up the variables of the environment that sources name. */
  readonly secrets: TaskLoaderOptions['secrets'];
  readonly log: ScheduleLog;
  /** How many loads this process works on at the same time; 4 unless told. */
  readonly atOnce?: number;
  /** Loads what a task asks for; a test passes its own. */
  readonly load?: LoadTaskOf;
  /** False: it only keeps the queue, for what people ask for; others plan, and work on it. */
  readonly works?: boolean;
}

export interface Schedule {
  /**
   * Adds tasks to the queue.
   * @throws FluxionError SCHEDULE_UNAVAILABLE if there is no queue
   */
  enqueue(tasks: readonly LoadTask[]): Promise<Enqueued>;
  /** Takes no more jobs, and ends those that run or gives them back, within half a minute. */
  stop(): Promise<void>;
}

/** How many loads a process works on at the same time unless told. */
export const defaultAtOnce = 4;
const turnMs = 60_000;
/** How long loads that run may still take when the program is to stop. */
export const graceMs = 10_000;

interface Running {
  readonly queue: LoadQueue;
  /** Undefined where others work. */
  readonly worker: Worker | undefined;
}

/**
 * Starts the schedule: each minute one of the processes that run it adds the units that are due to the queue, and each works
 * on the queue's jobs. It never throws: where the queue cannot be set up it says so once, and tries again each minute.
 */
export function startSchedule(options: ScheduleOptions): Schedule {
  const { url, folder, secrets, log, atOnce = defaultAtOnce, works = true } = options;
  const pools = openPools(url, atOnce);
  const { pool, loadPool } = pools;
  const load = options.load ?? taskLoader({ pool: loadPool, folder, secrets });
  let running: Running | undefined;
  let complaint = 'it is still being started';

  const setUp = async (): Promise<Running | undefined> => {
    try {
      const queue = await openQueue(pool, (error) => log.warn(`The queue of loads complains: ${messageOf(error)}`));
      const worker = works ? startWorker({ queue, atOnce, work: rememberingWork(pool, load), log }) : undefined;
      return { queue, worker };
    } catch (error) {
      const reason = messageOf(error);
      if (reason !== complaint)
        log.error(`Nothing is loaded by schedule: the queue cannot be set up (${reason}).${adviceOn(error)}`);
      complaint = reason;
      return undefined;
    }
  };

  const turn = async (): Promise<void> => {
    running ??= await setUp();
    if (running?.worker === undefined) return;
    const { queue, worker } = running;
    const outcome = await takeTurn(pool, queue);
    if (outcome === undefined || outcome.added === 0) return;
    log.info(`${outcome.added} loads are due.`);
    worker.wake();
  };

  let turning = Promise.resolve();
  const next = () => {
    turning = turning.then(turn).catch((error: unknown) => log.warn(`The schedule skips a turn: ${messageOf(error)}`));
  };
  next();
  const timer = setInterval(next, turnMs);
  timer.unref();

  return {
    async enqueue(tasks) {
      if (running === undefined) {
        throw new FluxionError('SCHEDULE_UNAVAILABLE', `The queue of loads is not there: ${complaint}.`);
      }
      const outcome = await running.queue.enqueue(tasks.map((task) => ({ ...task, urgency: 1 })));
      running.worker?.wake();
      return outcome;
    },
    async stop() {
      clearInterval(timer);
      await turning;
      await running?.worker?.stop(graceMs);
      await running?.queue.close();
      await pools.end();
    },
  };
}

/** What a person can do about the most likely cause. */
function adviceOn(error: unknown): string {
  const refused = error instanceof Error && 'code' in error && error.code === '42501';
  return refused ? ' Give the role of the database the right to create schemas: GRANT CREATE ON DATABASE.' : '';
}
