import type { Settings } from '../config/settings.ts';
import { billOf } from './bill.ts';

/** Another way to set something: what it changes in the bill, and what one gives up or gets for it. */
interface Alternative {
  readonly name: string;
  readonly meaning: string;
  readonly change: (settings: Settings) => Settings;
}

/** An alternative that an environment has not taken; less than 0 dollars is saved. */
export interface Choice {
  readonly name: string;
  readonly meaning: string;
  readonly usd: number;
}

const oneZone: Alternative = {
  name: 'Database in one zone',
  meaning:
    'gives up the standby: a broken machine or a maintenance stops everything for minutes, a lost zone until a restore is done',
  change: (settings) => ({ ...settings, database: { ...settings.database, multiAz: false } }),
};
const oneTask: Alternative = {
  name: 'One API task',
  meaning: 'gives up the second: while the only task is replaced after a fault, nobody is served',
  change: (settings) => ({ ...settings, api: { ...settings.api, minTasks: 1 } }),
};
const natInstance: Alternative = {
  name: 'NAT instance',
  meaning:
    'gives up the managed gateway: one small machine, to be patched by you; while it is away, no load and no new task starts',
  change: (settings) => withEgress(settings, 'nat-instance'),
};

const alternatives: readonly Alternative[] = [
  oneZone,
  oneTask,
  natInstance,
  {
    name: 'NAT gateway',
    meaning: 'gets a managed way out',
    change: (settings) => withEgress(settings, 'nat-gateway'),
  },
  {
    name: 'Endpoints, no NAT',
    meaning: 'gives up the internet: only AWS is reached, no source outside, no error reports',
    change: (settings) => withEgress(settings, 'endpoints'),
  },
  {
    name: 'Storage of 50 GB',
    meaning: 'gives up room: it grows by itself, never back, and fewer backups are free',
    change: (settings) => withDatabase(settings, { storageGb: Math.min(50, settings.database.storageGb) }),
  },
  {
    name: 'db.t3.medium',
    meaning: "gets the migration plan's Intel processor: as many cores and as much memory",
    change: (settings) => withDatabase(settings, { instance: 't3.medium' }),
  },
  {
    name: 'db.t4g.large',
    meaning: 'gets 8 GB of memory in place of 4',
    change: (settings) => withDatabase(settings, { instance: 't4g.large' }),
  },
  {
    name: 'Standby in another zone',
    meaning: 'gets a database that takes over within two minutes',
    change: (settings) => withDatabase(settings, { multiAz: true }),
  },
  {
    name: 'Read replica',
    meaning: 'gets a copy for other programs to read',
    change: (settings) => withDatabase(settings, { readReplica: true }),
  },
  {
    name: 'RDS Proxy',
    meaning: 'gets a pool for many short-lived clients',
    change: (settings) => withDatabase(settings, { proxy: true }),
  },
  {
    name: 'CloudFront',
    meaning: 'gets pages sooner where people are far from the region',
    change: (settings) => ({ ...settings, api: { ...settings.api, cdn: true } }),
  },
];

function withEgress(settings: Settings, egress: Settings['network']['egress']): Settings {
  return { ...settings, network: { ...settings.network, egress } };
}

function withDatabase(settings: Settings, changed: Partial<Settings['database']>): Settings {
  return { ...settings, database: { ...settings.database, ...changed } };
}

/** What else could be chosen and what it would change, from what saves most to what costs most. */
export function choicesOf(settings: Settings): Choice[] {
  const { totalUsd } = billOf(settings);
  return alternatives
    .map(({ name, meaning, change }) => ({
      name,
      meaning,
      usd: difference(billOf(change(settings)).totalUsd, totalUsd),
    }))
    .filter(({ usd }) => usd !== 0)
    .toSorted((one, other) => one.usd - other.usd);
}

/** In whole cents. */
function difference(usd: number, before: number): number {
  return Math.round((usd - before) * 100) / 100;
}

/** The cheapest way that keeps every function: what it gives up is how soon it is back after a fault. */
export function economical(settings: Settings): Settings {
  return [oneZone, oneTask, natInstance].reduce((changed, { change }) => change(changed), settings);
}
