import { messageOf } from '@fluxion/engine/base';
import { loadHealth, salesAges } from '@fluxion/engine/operations';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../http/server-types.ts';

const everyMs = 60_000;
/** A store's age is counted in hours: each fifth pulse tells it. */
const storesEvery = 5;
const levelsWithPulse: readonly string[] = ['info', 'debug', 'trace'];

type Watched = Pick<Services, 'pool' | 'watching' | 'mirror' | 'isStarted'>;
type Log = Pick<FastifyInstance['log'], 'info' | 'warn'>;

/**
 * What a line of the log has under `pulse`; docs/operation.md names its fields for whoever makes alarms of them. What could not
 * be found out is left out.
 */
interface Pulse {
  readonly mirrorState?: string;
  /** Since the last state of the database that the mirror is known to be the same as; while there is none, since the process began. */
  readonly mirrorLagSeconds?: number;
  /** Of the last 24 hours: rejected lines, and failed loads. */
  readonly rejectedLines?: number;
  readonly failedLoads?: number;
  /** Units that were due at the schedule's last turn and not loaded. */
  readonly pendingUnits?: number;
}

const rounded = (value: number) => Math.round(value * 10) / 10;

function mirrorPulse(mirror: Services['mirror']): Pulse {
  if (mirror === undefined) return {};
  const { state, asOf } = mirror.status();
  const lagMs = asOf === null ? performance.now() : Date.now() - Date.parse(asOf.time);
  return { mirrorState: state, mirrorLagSeconds: rounded(Math.max(0, lagMs) / 1000) };
}

async function loadPulse(db: Services['pool']): Promise<Pulse> {
  const { rejected, outcomes, pending } = await loadHealth({ db });
  const failed = outcomes.find(({ outcome }) => outcome === 'fallida')?.loads ?? 0;
  return { rejectedLines: rejected, failedLoads: failed, pendingUnits: pending };
}

/** A line for each store, so that whoever collects the log can tell them apart. */
async function tellStores(db: Services['pool'], log: Log): Promise<void> {
  for (const { codigo, hours, missingFrom, gaps } of await salesAges({ db })) {
    const ageHours = hours === null ? null : rounded(hours);
    log.info({ store: { code: codigo, ageHours, missingFrom, gaps } }, 'pulse of a store');
  }
}

/**
 * Writes to the log how the loads and the mirror are, and, if `withStores`, how old each store's sales are.
 * Never throws: that the database cannot be asked is a line of its own.
 */
async function tellPulse({ pool, watching, mirror }: Watched, log: Log, withStores: boolean): Promise<void> {
  const db = watching ?? pool;
  const ofMirror = mirrorPulse(mirror);
  try {
    log.info({ pulse: { ...ofMirror, ...(await loadPulse(db)) } }, 'pulse');
    if (withStores) await tellStores(db, log);
  } catch (error) {
    log.warn({ pulse: ofMirror, reason: messageOf(error) }, 'pulse: the database could not be asked');
  }
}

/** What tells the next pulse: one at a time, and none before the database is ready; the stores with each fifth. */
export function pulseTeller(watched: Watched, log: Log): () => Promise<void> {
  const { isStarted = () => true } = watched;
  let told = 0;
  let isUnderWay = false;
  return async () => {
    if (isUnderWay || !isStarted()) return;
    isUnderWay = true;
    try {
      await tellPulse(watched, log, told % storesEvery === 0);
      told += 1;
    } finally {
      // Whatever happens to one pulse, silence is taken for a fault: the next one must come.
      isUnderWay = false;
    }
  };
}

/** Tells the pulse each minute while the server listens, if its log takes it. */
export function keepPulse(app: FastifyInstance, watched: Watched): void {
  if (!levelsWithPulse.includes(app.log.level)) return;
  const tell = pulseTeller(watched, app.log);
  let timer: NodeJS.Timeout | undefined;
  app.addHook('onListen', async () => {
    timer = setInterval(() => void tell(), everyMs).unref();
  });
  app.addHook('preClose', async () => clearInterval(timer));
}
