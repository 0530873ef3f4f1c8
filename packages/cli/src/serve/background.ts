import { FluxionError, type SqlRunner } from '@fluxion/engine/base';
import {
  withoutMirror,
  type Answering,
  type Ask,
  type Mirror,
  type MirrorLog,
  type MirrorStatus,
} from '@fluxion/engine/mirror';
import type { ScheduleLog } from '@fluxion/engine/schedule';
import { atMost } from '../at-most.ts';
import { startMirror } from '../mirror/index.ts';
import { startLoads, type Loads } from '../schedule/index.ts';

export interface BackgroundOptions {
  readonly url: string;
  /** For questions about where a unit can be had. */
  readonly db: SqlRunner;
  /** The folder that temporary files of loads go into, and the mirror's. */
  readonly home: string;
  /** After how many seconds PostgreSQL gives a question up. */
  readonly queryTimeout: number;
  /** Of the columnar copy, the memory in MiB; undefined: no copy is kept. */
  readonly mirror: { readonly memory: number | undefined } | undefined;
  /** Whether it plans loads and works on them; false: it only queues those that people ask for. */
  readonly loads: boolean;
  readonly log: ScheduleLog & MirrorLog;
}

/** What goes on beside the server. */
interface Background {
  readonly queueLoads: Loads['queueLoads'];
  readonly ask: Ask;
  readonly mirror: Mirror | undefined;
  /** Stops the loads at once, and what answers questions once `served` has ended. */
  stop(served: Promise<unknown>): Promise<void>;
}

/** A sync that is under way when the program ends is lost: the next start does it again. */
const stopWithinMs = 15_000;

/** Starts the schedule of loads, and what answers questions of analytics. */
async function startBackground(options: BackgroundOptions): Promise<Background> {
  const { url, queryTimeout, mirror } = options;
  const statementTimeoutMs = queryTimeout * 1000;
  const answering: Answering & { readonly mirror?: Mirror } = mirror
    ? await startMirror({ ...options, memory: mirror.memory, statementTimeoutMs })
    : withoutMirror({ url, statementTimeoutMs });
  const loads = startLoads({ ...options, works: options.loads });
  return {
    queueLoads: loads.queueLoads,
    ask: answering.query,
    mirror: answering.mirror,
    async stop(served) {
      const close = () => atMost(stopWithinMs, answering.close());
      await Promise.all([loads.stop(), served.then(close, close)]);
    },
  };
}

const notOpened: MirrorStatus = { state: 'opening', problem: null, file: null, bytes: 0, asOf: null, tables: [] };

/** The mirror, which knows nothing until there is one. */
function lateMirror(now: () => Mirror | undefined): Pick<Mirror, 'version' | 'isCurrent' | 'status' | 'sql'> {
  const sql = () => {
    const mirror = now();
    if (!mirror) throw new FluxionError('MIRROR_BEHIND', 'The server is still being started.');
    return mirror.sql;
  };
  return {
    sql: { tables: async () => sql().tables(), query: async (request) => sql().query(request) },
    version: (needs) => now()?.version(needs),
    isCurrent: async (...asked) => (await now()?.isCurrent(...asked)) ?? false,
    status: () => now()?.status() ?? notOpened,
  };
}

/** What goes on beside a server that listens before its database is there: it begins with `start`. */
export function lateBackground(options: BackgroundOptions) {
  let running: Background | undefined;
  const started = (): Background => {
    if (running === undefined) throw new FluxionError('DATABASE_UNREACHABLE', 'The server is still being started.');
    return running;
  };
  const ask: Ask = (...question) => started().ask(...question);
  return {
    ask,
    mirror: options.mirror && lateMirror(() => running?.mirror),
    queueLoads: (units: Parameters<Loads['queueLoads']>[0]) => started().queueLoads(units),
    isStarted: () => running !== undefined,
    async start(): Promise<void> {
      running = await startBackground(options);
    },
    async stop(served: Promise<unknown>): Promise<void> {
      await running?.stop(served);
    },
  };
}
