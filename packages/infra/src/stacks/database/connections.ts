import type { Settings } from '../../config/settings.ts';

/** The most connections of each pool of a process, by its `application_name`; docs/operation.md says what each is for. */
export const pools = {
  'fluxion-api': 15,
  'fluxion-analytics': 4,
  'fluxion-mirror': 8,
  'fluxion-schedule': 2,
  'fluxion-load': 6,
  'fluxion-ready': 1,
  fluxion: 10,
};

type Pool = keyof typeof pools;

function sum(...names: readonly Pool[]): number {
  return names.reduce((total, name) => total + pools[name], 0);
}

/** A task that answers requests queues loads, and leaves them to others. */
const ofApiTask = sum(
  'fluxion-api',
  'fluxion-analytics',
  'fluxion-mirror',
  'fluxion-schedule',
  'fluxion-ready',
  'fluxion',
);
const ofLoadTask = sum('fluxion-load', 'fluxion-schedule', 'fluxion');
/** People, the rotation, RDS's own sessions, and those that only an administrator may take. */
const ofOthers = 30;
/** What RDS itself gives an instance of 4 GB: a connection for each 9,531,392 bytes of it. */
const usual = 450;

export interface Connections {
  /** So many may be asked for at once: when all tasks are twice there, in a deploy, and each has its pools full. */
  readonly needed: number;
  /** PostgreSQL's `max_connections`. It is the same for all usual sizes: to change it takes a restart. */
  readonly allowed: number;
}

/** What the tasks of these settings may ask of the database. */
export function connectionsOf({ api, loads }: Pick<Settings, 'api' | 'loads'>): Connections {
  // Each schedule may have one run going while the next one starts; and a task is started by hand.
  const loadTasks = loads.schedules.length * 2 + 1;
  const needed = api.maxTasks * 2 * ofApiTask + loadTasks * ofLoadTask + ofOthers;
  return { needed, allowed: Math.max(usual, needed) };
}
