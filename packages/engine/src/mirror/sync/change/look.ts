import type { ClientBase } from 'pg';
import type { Unit } from '../../declared.ts';
import { type FenceReading, type Layout, readFence, readLayouts } from '../../notes/index.ts';
import { type Snapshot, includes, parseSnapshot } from '../../snapshot/snapshot.ts';
import { type CopyState, OtherPast } from '../state/index.ts';

/** What PostgreSQL's side is like at one snapshot. */
export interface Seen {
  readonly reading: FenceReading;
  readonly layouts: readonly Layout[];
}

/** Before any transaction. */
const nothing: Snapshot = { xmin: 3n, xmax: 3n, running: [] };

/**
 * Looks at what has changed since the copy's state, in a transaction at the snapshot.
 * @throws OtherPast
 */
export async function look(state: CopyState, client: ClientBase): Promise<Seen> {
  const { applied, history, tables } = state;
  const since = applied?.snapshot ?? nothing;
  // Without a state no table is ready, and no unit is asked for.
  const most = applied ? Number.MAX_SAFE_INTEGER : 0;
  const reading = await readFence(client, since, most, applied ? state.id : undefined);
  if (history !== null && reading.history !== history)
    throw new OtherPast('the database is another one, or has been restored or set back');
  if (applied && since.xmin < reading.horizon)
    throw new OtherPast('notes of changes since its last sync have been removed');
  // It was promised: a crash does not undo it.
  if (applied && !includes(reading.snapshot, since)) throw new OtherPast('the database has been set back');
  const isKnown =
    reading.layouts.size === tables.size &&
    [...reading.layouts].every(([id, fingerprint]) => tables.get(id)?.layout.fingerprint === fingerprint);
  const layouts = isKnown ? [...tables.values()].map(({ layout }) => layout) : await readLayouts(client);
  return { reading, layouts };
}

/** The table's units that have changed since a snapshot of its own; undefined if the notes do not reach back so far. */
export async function unitsSince(client: ClientBase, tableId: number, since: string): Promise<Unit[] | undefined> {
  const snapshot = parseSnapshot(since);
  const { changed, horizon } = await readFence(client, snapshot, Number.MAX_SAFE_INTEGER);
  if (snapshot.xmin < horizon) return undefined;
  return unitsOf(changed, tableId);
}

/** The units of one table. */
export function unitsOf(changed: FenceReading['changed'], tableId: number): Unit[] {
  return changed.filter((one) => one.tableId === tableId).map(({ unit }) => unit);
}
