import type { DuckDBConnection } from '@duckdb/node-api';
import { FluxionError, quoteLiteral } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { KnownStore } from '../stores.ts';
import type { InterpretOptions } from './types.ts';
import { isZone, zoneOf, type Zone } from './zones/zone.ts';

/** The table of stores' names: `key` (id or code), `id` and `zone`, the index of its zone. */
export const storeTable = '"values_stores"';

interface StoreRow {
  readonly id: string;
  /** The index of its zone. */
  readonly zone: number;
}

/** So many names are compared one by one: a join would mix up the order of lines. */
const fewNames = 32;

/** Where lines are from, and what time it is there. */
export interface Places {
  /** The store that all lines must be of. */
  readonly asserted: KnownStore | undefined;
  /** The stores' zones; if there is one only, no line needs to be looked up for it. */
  readonly zones: readonly Zone[];
  /** The stores that lines name, by their ids and codes; undefined if they name too many to be told apart one by one. */
  readonly named: ReadonlyMap<string, StoreRow> | undefined;
  /** The zone of times without an offset, if it is told; else it is the store's. */
  readonly feedZone: Zone | undefined;
}

/**
 * Puts the stores where lines can be joined with them.
 * `withZones`: times are to be converted; `withToday`: dates are to be compared with the store's own.
 * @throws FluxionError FEED_REFUSED if the delivery's store is not known, or a zone is none
 */
export async function openPlaces(
  options: InterpretOptions,
  { withZones, withToday }: { readonly withZones: boolean; readonly withToday: boolean },
): Promise<Places> {
  const { duck, description, stores, now } = options;
  const asserted = assertedStore(description.store, stores);
  const names = await storeNames(options);
  // A zone that does not exist is no matter of deliveries of other stores.
  const wanted = asserted
    ? [asserted]
    : stores.filter(({ id, codigo }) => names?.has(id) !== false || names.has(codigo));
  const { timezone } = description;
  const zoneNames = withToday ? [...new Set(wanted.map(({ zona_horaria }) => zona_horaria))] : [];
  const zones = await Promise.all(zoneNames.map((name) => zoneFor(duck, name, wanted, withZones, now)));
  const feedZone = timezone === undefined ? undefined : await zoneFor(duck, timezone, [], withZones, now);
  const byName = storesByName(stores, zoneNames);
  await fillStores(duck, byName);
  return { asserted, zones, feedZone, named: names && new Map([...byName].filter(([name]) => names.has(name))) };
}

function assertedStore(name: string | undefined, stores: readonly KnownStore[]): KnownStore | undefined {
  if (name === undefined) return undefined;
  const store = stores.find(({ id }) => id === name) ?? stores.find(({ codigo }) => codigo === name);
  if (store) return store;
  throw new FluxionError(
    'FEED_REFUSED',
    `The store ${name} is not in ubicaciones, neither as an id nor as a code. Correct --store, or load ubicaciones first.`,
  );
}

async function zoneFor(
  duck: DuckDBConnection,
  name: string,
  stores: readonly KnownStore[],
  withChanges: boolean,
  now: Date,
): Promise<Zone> {
  if (await isZone(duck, name)) return zoneOf(duck, name, withChanges, now);
  const store = stores.find(({ zona_horaria }) => zona_horaria === name);
  const where = store ? `The store ${store.id}` : 'The delivery';
  const repair = store ? 'correct its zona_horaria in ubicaciones' : 'correct --timezone, or "timezone" in feed.json';
  throw new FluxionError('FEED_REFUSED', `${where} has the time zone ${name}, which does not exist: ${repair}.`);
}

/** All stores by their ids and codes. */
function storesByName(stores: readonly KnownStore[], zones: readonly string[]): Map<string, StoreRow> {
  const named = new Map<string, StoreRow>();
  const row = ({ id, zona_horaria }: KnownStore) => ({ id, zone: Math.max(0, zones.indexOf(zona_horaria)) });
  for (const store of stores) named.set(store.codigo, row(store));
  for (const store of stores) named.set(store.id, row(store));
  return named;
}

async function fillStores(duck: DuckDBConnection, stores: ReadonlyMap<string, StoreRow>) {
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${storeTable} (key VARCHAR, id VARCHAR, zone INTEGER)`);
  const rows = [...stores].map(([key, { id, zone }]) => `(${quoteLiteral(key)}, ${quoteLiteral(id)}, ${zone})`);
  if (rows.length > 0) await duck.run(`INSERT INTO ${storeTable} VALUES ${rows.join(', ')}`);
}

/** What lines call their store; undefined if they name too many. */
async function storeNames({ duck, raw, mapping }: InterpretOptions): Promise<ReadonlySet<unknown> | undefined> {
  const { columns, constants, defaults } = mapping;
  const given = [constants['ubicacion_id'], defaults['ubicacion_id']].filter((name) => name !== undefined);
  if (!columns.has('ubicacion_id')) return new Set(given);
  const found = await smallRowsJson(duck, `SELECT DISTINCT ubicacion_id AS name FROM ${raw} LIMIT ${fewNames + 1}`);
  // Names with blanks around them are understood later: they may be of any store.
  const isPlain = found.every(({ name }) => name === null || (typeof name === 'string' && name.trim() === name));
  return found.length > fewNames || !isPlain ? undefined : new Set([...given, ...found.map(({ name }) => name)]);
}

/** SQL that differs by the zone of the line's store. */
export function byZone({ zones }: Places, zoneIndex: string, sql: (zone: Zone) => string): string {
  const [first] = zones;
  if (first === undefined) return 'NULL';
  if (zones.length === 1) return sql(first);
  return `CASE ${zoneIndex} ${zones.map((zone, index) => `WHEN ${index} THEN ${sql(zone)}`).join(' ')} END`;
}
