import type { Settings } from '../../config/settings.ts';

/** The pools of a task that answers requests, as docs/operation.md lists them: api, analytics, mirror, ready, start. */
const ofApiTask = 15 + 4 + 8 + 1 + 10;
/** Of a task that loads or migrates: load, schedule, start. */
const ofLoadTask = 6 + 2 + 10;
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
export function connectionsOf({ api, loads }: Settings): Connections {
  // Each schedule may have one run going while the next one starts; and a task is started by hand.
  const loadTasks = loads.schedules.length * 2 + 1;
  const needed = api.maxTasks * 2 * ofApiTask + loadTasks * ofLoadTask + ofOthers;
  return { needed, allowed: Math.max(usual, needed) };
}
