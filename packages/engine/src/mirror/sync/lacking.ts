import type { Need } from '../../base/index.ts';
import { touches } from '../ask/index.ts';
import type { FenceReading } from '../core.ts';
import { includes } from '../snapshot/snapshot.ts';
import type { CopyState } from './state/index.ts';
import { declaredName } from './table/index.ts';

/** Whether the copy lacks something that the needs name, by what a fence says has changed since its state. */
export function lacks(state: CopyState, reading: FenceReading, needs: readonly Need[]): boolean {
  return isOfOtherPast(state, reading) || needs.some((need) => lacksOne(state, reading, need));
}

function lacksOne(state: CopyState, { layouts, more, changed }: FenceReading, need: Need): boolean {
  const copied = state.table(need.table);
  if (!copied || copied.since !== null || more) return true;
  const { table, fingerprint } = copied.layout;
  if (layouts.get(table.id) !== fingerprint) return true;
  return changed.some(({ tableId, unit }) => tableId === table.id && touches([need], need.table, table.unit, unit));
}

/** Whether the reading tells nothing of what the copy lacks: it may be about a file that was open before, and further. */
export function isOfOtherPast({ history, applied }: CopyState, reading: FenceReading): boolean {
  if (!applied || reading.history !== history) return true;
  return applied.snapshot.xmin < reading.horizon || !includes(applied.snapshot, reading.since);
}

/** Whether a sync has something to do for any table, by what a fence says has changed since the copy's state. */
export function isBehind(state: CopyState, reading: FenceReading): boolean {
  const { current, tables } = state;
  const isNew = [...reading.layouts.keys()].some((id) => !tables.has(id) && !state.rests(id));
  if (isNew || !current || isOfOtherPast(state, reading)) return true;
  // PostgreSQL has lost what it had not yet written to its disk.
  if (!includes(reading.snapshot, current.snapshot)) return true;
  return [...tables.values()].some(({ layout, since }) => {
    if (!reading.layouts.has(layout.table.id)) return true;
    return since === null && lacksOne(state, reading, { table: declaredName(layout.table) });
  });
}
