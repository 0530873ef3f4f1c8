import type { ClientBase } from 'pg';
import { snapshotText } from '../../snapshot/snapshot.ts';
import type { TableChange } from './changes.ts';
import { type SyncContext, type TableState, outcomeOf } from '../state/index.ts';
import type { Seen } from './look.ts';
import { dropOthers, rollupsKey, rollupsOf, sumUp } from './rollups.ts';
import { beginCopy, dropCopy } from './copies.ts';
import { swap } from './swap.ts';

/**
 * Does what becomes of a table, in DuckDB's transaction.
 * @returns its state then; undefined if it has none any longer
 * @throws Moved, TableFailure, or what both databases say
 */
export async function applyChange(
  context: SyncContext,
  client: ClientBase,
  { id, change, before }: TableChange,
  { reading }: Seen,
): Promise<TableState | undefined> {
  const { duck, signal, state, onRows } = context;
  if (change.kind === 'rest') {
    const applied = state.applied?.snapshot;
    return before && { ...before, since: applied ? snapshotText(applied) : before.since };
  }
  if (change.kind === 'drop') {
    if (before) await dropCopy(duck, before);
    return undefined;
  }
  const { layout } = change;
  const rollups = rollupsOf(context.rollups, layout);
  const swapping = { client, duck, rollups, signal, onRows };
  try {
    if (change.kind === 'begin') {
      await beginCopy(swapping, layout);
      const unbuilt = layout.parts.map(({ oid }) => oid);
      return { layout, since: snapshotText(reading.snapshot), unbuilt, rollups: rollupsKey(rollups) };
    }
    await swap(change.sumsUp ? { ...swapping, rollups: [] } : swapping, change);
    if (change.sumsUp) await sumUp(duck, rollups, layout);
    if (before) await dropOthers(duck, before.rollups, rollups);
    return { layout, since: null, unbuilt: [], rollups: rollupsKey(rollups) };
  } catch (error) {
    throw outcomeOf(id, error);
  }
}
