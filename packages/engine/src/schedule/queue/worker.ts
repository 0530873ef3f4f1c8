import { setTimeout as sleep } from 'node:timers/promises';
import { FluxionError, messageOf } from '../../base/index.ts';
import type { ScheduleLog } from '../log.ts';
import { leaseSeconds, type LoadQueue, type TakenJob } from './queue.ts';
import { describeTask, type LoadTask } from './task.ts';

export interface WorkerOptions {
  readonly queue: Pick<LoadQueue, 'take' | 'renew' | 'finish' | 'giveBack'>;
  /** How many jobs are worked on at the same time. */
  readonly atOnce: number;
  /** Does one task; throws if it could not. */
  readonly work: (task: LoadTask, signal: AbortSignal) => Promise<void>;
  readonly log: ScheduleLog;
  /** After this long a task is given up; one hour unless told. */
  readonly longestMs?: number;
  /** Ends by itself once nothing can be taken and nothing runs; otherwise it looks again for ever. */
  readonly untilEmpty?: boolean;
  /** How long it waits before it looks again by itself; 5 s unless told. */
  readonly pollMs?: number;
}

export interface Worker {
  /**
   * Resolves once it works no more.
   * @throws FluxionError DATABASE_UNREACHABLE if it was to end by itself, and the queue has not answered for minutes
   */
  readonly ended: Promise<void>;
  /** Looks for jobs now. */
  wake(): void;
  /** Takes no more jobs; those that still run after so many milliseconds are stopped and given back. */
  stop(graceMs: number): Promise<void>;
}

const usualPollMs = 5_000;
/** So often in turn the queue may not answer: minutes, longer than a failover takes. */
const mostSilences = 60;
const renewMs = (leaseSeconds * 1000) / 4;
/** How long what was told to stop is waited for; then its job is given back all the same. */
const lastWordMs = 5_000;

/** Takes jobs; none while the queue does not answer, and if that is to end some time it throws at last. */
function patientTaker({ queue, log, untilEmpty = false }: WorkerOptions) {
  let silences = 0;
  return {
    isSilent: () => silences > 0,
    async take(limit: number): Promise<readonly TakenJob[]> {
      try {
        const jobs = await queue.take(limit);
        silences = 0;
        return jobs;
      } catch (cause) {
        silences += 1;
        log.warn(`The queue of loads does not answer: ${messageOf(cause)}`);
        if (!untilEmpty || silences < mostSilences) return [];
        const message = 'The queue of loads has not answered for minutes.';
        throw new FluxionError('DATABASE_UNREACHABLE', message, { cause });
      }
    },
  };
}

/** Works on the queue's jobs until it is stopped, or there are none left. */
export function startWorker(options: WorkerOptions): Worker {
  const { queue, atOnce, log, untilEmpty = false, pollMs = usualPollMs } = options;
  const running = new Map<
    string,
    { readonly job: TakenJob; readonly abort: AbortController; readonly ended: Promise<void> }
  >();
  const taker = patientTaker(options);
  const stopping = new AbortController();
  let roused = new AbortController();

  const start = (job: TakenJob) => {
    const abort = new AbortController();
    const ended = workOn(job, options, abort).finally(() => {
      running.delete(job.id);
      roused.abort();
    });
    running.set(job.id, { job, abort, ended });
  };

  const loop = async () => {
    while (!stopping.signal.aborted) {
      roused = new AbortController();
      const free = atOnce - running.size;
      const jobs = free > 0 ? await taker.take(free) : [];
      for (const job of jobs) start(job);
      if (untilEmpty && running.size === 0 && !taker.isSilent()) return;
      // Of a program that is to end by itself nothing else may be alive: while the database is away it has no connections.
      if (jobs.length < free || free === 0) await rest(pollMs, roused.signal, untilEmpty);
    }
  };

  const renewing = setInterval(() => {
    const jobs = [...running.values()].map(({ job }) => job);
    if (jobs.length === 0) return;
    queue.renew(jobs).then(
      (kept) => {
        for (const [id, { abort }] of running) {
          const lost = jobs.some((job) => job.id === id) && !kept.has(id);
          if (lost) abort.abort(new FluxionError('LOAD_FAILED', 'Another process has taken this load over.'));
        }
      },
      (error: unknown) => log.warn(`The leases of running loads could not be renewed: ${messageOf(error)}`),
    );
  }, renewMs);
  renewing.unref();

  const looping = loop();
  // Whoever stops it need not hear of it.
  const quiet = looping.catch(() => {});

  return {
    ended: looping,
    wake: () => roused.abort(),
    async stop(graceMs) {
      stopping.abort();
      roused.abort();
      await quiet;
      const all = Promise.all([...running.values()].map(({ ended }) => ended));
      await Promise.race([all, sleep(graceMs, undefined, { ref: false })]);
      for (const { abort } of running.values())
        abort.abort(new FluxionError('INTERRUPTED', 'Fluxion is being stopped.'));
      await all;
      clearInterval(renewing);
    },
  };
}

/** Never rejects: what goes wrong is the job's, or is logged. */
async function workOn(
  job: TakenJob,
  { queue, work, log, longestMs = 3_600_000 }: WorkerOptions,
  abort: AbortController,
) {
  const { task } = job;
  const late = setTimeout(() => {
    abort.abort(new FluxionError('LOAD_FAILED', `It took longer than ${Math.round(longestMs / 60_000)} minutes.`));
  }, longestMs);
  try {
    await Promise.race([work(task, abort.signal), givenUp(abort.signal)]);
    await queue.finish(job);
  } catch (error) {
    log.warn(`The load of ${describeTask(task)} failed: ${messageOf(error)}`);
    await queue.giveBack(job, messageOf(error)).catch((failure: unknown) => {
      log.warn(`The job of ${describeTask(task)} is left to its lease: ${messageOf(failure)}`);
    });
  } finally {
    clearTimeout(late);
    // Ends `givenUp`; the work is over.
    abort.abort();
  }
}

/** Rejects some time after the signal: a task that does not hear it holds no job. */
async function givenUp(signal: AbortSignal): Promise<never> {
  await rest(2 ** 31 - 1, signal);
  await sleep(lastWordMs, undefined, { ref: false });
  throw signal.reason;
}

/** Waits so long, or until the signal; it keeps no process alive unless it is to. */
async function rest(milliseconds: number, signal: AbortSignal, keepsAlive = false): Promise<void> {
  await sleep(milliseconds, undefined, { signal, ref: keepsAlive }).catch(() => {});
}
