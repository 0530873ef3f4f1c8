import { FluxionError, messageOf } from '../base/index.ts';
import { openPool } from '../postgres/index.ts';
import type { ScheduleLog } from './log.ts';
import { noteAsked } from './planner/asked.ts';
import { takeTurn } from './planner/turn.ts';
import { openQueue, type Enqueued, type LoadQueue } from './queue/queue.ts';
import type { LoadTask } from './queue/task.ts';
import { startWorker, type Worker } from './queue/worker.ts';

export interface ScheduleOptions {
  /** The database's. The schedule has two connections of its own; loads have their own again. */
  readonly url: string;
  /** Loads what a task asks for; throws if it could not. */
  readonly load: (task: LoadTask, signal: AbortSignal) => Promise<void>;
  readonly log: ScheduleLog;
  /** How many loads this process works on at the same time; 4 unless told. */
  readonly atOnce?: number;
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

const turnMs = 60_000;
/** How long loads that run may still take when the program is to stop. */
const graceMs = 10_000;
const statementTimeoutMs = 60_000;

interface Running {
  readonly queue: LoadQueue;
  readonly worker: Worker;
}

/**
 * Starts the schedule: each minute one of the processes that run it adds the units that are due to the queue, and each works
 * on the queue's jobs. It never throws: where the queue cannot be set up it says so once, and tries again each minute.
 */
export function startSchedule(options: ScheduleOptions): Schedule {
  const { url, log } = options;
  const pool = openPool({ url, applicationName: 'fluxion-schedule', max: 2, statementTimeoutMs });
  let running: Running | undefined;
  let complaint = 'it is still being started';

  const setUp = async (): Promise<Running | undefined> => {
    try {
      const queue = await openQueue(pool, (error) => log.warn(`The queue of loads complains: ${messageOf(error)}`));
      const worker = startWorker({ queue, atOnce: options.atOnce ?? 4, work: workWith(pool, options), log });
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
    if (running === undefined) return;
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
      running.worker.wake();
      return outcome;
    },
    async stop() {
      clearInterval(timer);
      await turning;
      await running?.worker.stop(graceMs);
      await running?.queue.close();
      await pool.end();
    },
  };
}

/** Does a task, and remembers when its source was asked. */
function workWith(pool: ReturnType<typeof openPool>, { load }: ScheduleOptions) {
  return async (task: LoadTask, signal: AbortSignal): Promise<void> => {
    // The database's clock, as the planner's.
    const { rows } = await pool.query<{ now: string }>('SELECT now() AS now');
    const asked = new Date(rows[0]?.now ?? Date.now());
    const note = async (succeeded: boolean) => {
      if (task.kind === 'source') await noteAsked(pool, { ...task, asked, succeeded });
    };
    try {
      await load(task, signal);
    } catch (error) {
      if (!wasInterrupted(signal)) await note(false);
      throw error;
    }
    await note(true);
  };
}

/** What was only stopped with the program is still due. */
function wasInterrupted({ reason }: AbortSignal): boolean {
  return reason instanceof FluxionError && reason.code === 'INTERRUPTED';
}

/** What a person can do about the most likely cause. */
function adviceOn(error: unknown): string {
  const refused = error instanceof Error && 'code' in error && error.code === '42501';
  return refused ? ' Give the role of the database the right to create schemas: GRANT CREATE ON DATABASE.' : '';
}
