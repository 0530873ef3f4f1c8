import { messageOf } from '../base/index.ts';
import type { DeliveryReport } from '../ingest/index.ts';
import { taskLoader, type LoadTaskOf } from './load-task.ts';
import { takeTurn } from './planner/turn.ts';
import { rememberingWork } from './planner/work.ts';
import { openPools, type SchedulePools } from './pools.ts';
import { describeTask, openQueue, startWorker } from './queue/index.ts';
import { defaultAtOnce, graceMs, type ScheduleOptions } from './start.ts';

export interface WorkOffOptions extends Omit<ScheduleOptions, 'works'> {
  /** Aborted: what runs is ended or given back, and nothing more is taken. */
  readonly signal: AbortSignal;
  /** Hears of each load as it ends. */
  readonly onLoad: (load: WorkedLoad) => void;
}

/** What became of a task of the queue. */
export interface WorkedLoad {
  /** The task in words: its source, store and day, or its file. */
  readonly tarea: string;
  readonly resultado: DeliveryReport['outcome'];
  readonly filas: number;
  readonly rechazadas: number;
  /** Why it failed, or what is remarkable. */
  readonly mensaje: string | null;
}

export interface WorkedOff {
  /** Units that were due and not in the queue yet; null: another process had just looked. */
  readonly planificadas: number | null;
  readonly cargas: readonly WorkedLoad[];
}

/** The most telling first. */
const severity: readonly DeliveryReport['outcome'][] = ['fallida', 'con_rechazos', 'cargada', 'vacia', 'igual'];

function worked(tarea: string, reports: readonly DeliveryReport[]): WorkedLoad {
  const sum = (of: (report: DeliveryReport) => number) => reports.reduce((total, report) => total + of(report), 0);
  const resultado = severity.find((outcome) => reports.some((report) => report.outcome === outcome)) ?? 'vacia';
  return {
    tarea,
    resultado,
    filas: sum(({ loaded }) => loaded),
    rechazadas: sum(({ rejected }) => rejected),
    mensaje: reports.find(({ outcome }) => outcome === resultado)?.message ?? null,
  };
}

/** The same loads, of which `onLoad` hears what became; not of those that were cut short by the end of the program. */
function told(load: LoadTaskOf, onLoad: (load: WorkedLoad) => void): LoadTaskOf {
  return async (task, signal) => {
    const tarea = describeTask(task);
    try {
      const reports = await load(task, signal);
      onLoad(worked(tarea, reports));
      return reports;
    } catch (error) {
      const failed = { tarea, resultado: 'fallida', filas: 0, rechazadas: 0, mensaje: messageOf(error) } as const;
      if (signal?.aborted !== true) onLoad(failed);
      throw error;
    }
  };
}

async function drain(options: WorkOffOptions, { pool, loadPool }: SchedulePools): Promise<WorkedOff> {
  const { folder, secrets, log, signal, onLoad, atOnce = defaultAtOnce } = options;
  const cargas: WorkedLoad[] = [];
  const load = told(options.load ?? taskLoader({ pool: loadPool, folder, secrets }), (done) => {
    cargas.push(done);
    onLoad(done);
  });
  const queue = await openQueue(pool, (error) => log.warn(`The queue of loads complains: ${messageOf(error)}`));
  try {
    // What a process held that was killed is given back; it can be taken a while later.
    await queue.maintain();
    const turn = await takeTurn(pool, queue);
    signal.throwIfAborted();
    const worker = startWorker({ queue, atOnce, work: rememberingWork(pool, load), log, untilEmpty: true });
    const stop = () => void worker.stop(graceMs);
    signal.addEventListener('abort', stop, { once: true });
    try {
      await worker.ended;
    } finally {
      await worker.stop(graceMs);
      signal.removeEventListener('abort', stop);
    }
    signal.throwIfAborted();
    return { planificadas: turn?.added ?? null, cargas };
  } finally {
    await queue.close();
  }
}

/**
 * Adds what is due to the queue, and works on the queue until it holds nothing more that could be taken: for a program that
 * is started now and then in the place of one that runs for ever. What fails stays in the queue, for a later call.
 *
 * @throws the signal's reason; FluxionError DATABASE_UNREACHABLE if the database stays away
 */
export async function workOff(options: WorkOffOptions): Promise<WorkedOff> {
  const pools = openPools(options.url, options.atOnce ?? defaultAtOnce);
  try {
    return await drain(options, pools);
  } finally {
    await pools.end();
  }
}
