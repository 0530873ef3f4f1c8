import type { ClientBase } from 'pg';
import { TableFailure, type SyncContext, type TableState } from '../state/index.ts';
import { type Seen, unitsOf, unitsSince } from './look.ts';
import { type Change, changeOf } from './plan.ts';
import { takenColumns } from '../table/index.ts';
import { rollupsKey, rollupsOf } from './rollups.ts';

/** What becomes of one table in a sync. */
export type TableChange =
  | { readonly id: number; readonly change: Change; readonly before: TableState | undefined }
  /** It is no longer declared. */
  | { readonly id: number; readonly change: { readonly kind: 'drop' }; readonly before: TableState }
  /** It failed lately: it stays behind by itself from now on, so that the others go on. */
  | { readonly id: number; readonly change: { readonly kind: 'rest' }; readonly before: TableState };

/**
 * What a sync has to do. Tables whose parts are still being copied are left to those who copy them.
 * @throws TableFailure for a table that cannot be mirrored any more
 */
export async function changesOf(
  { state, rollups }: SyncContext,
  client: ClientBase,
  seen: Seen,
): Promise<TableChange[]> {
  const { reading, layouts } = seen;
  const changes: TableChange[] = [];
  for (const layout of layouts) {
    const { id } = layout.table;
    const before = state.tables.get(id);
    if (before && before.unbuilt.length > 0) continue;
    if (state.rests(id)) {
      if (before?.since === null) changes.push({ id, before, change: { kind: 'rest' } });
      continue;
    }
    const unfit =
      layout.unfit ?? (takenColumns(layout).length > 0 ? null : 'it has no column that DuckDB compares alike');
    if (unfit !== null) throw new TableFailure(id, unfit);
    const own = rollupsKey(rollupsOf(rollups, layout));
    const since = before?.since ?? null;
    const units = since === null ? unitsOf(reading.changed, id) : await unitsSince(client, id, since);
    const isAnew = units === undefined || state.isCondemned(id);
    const change = isAnew ? ({ kind: 'begin', layout } as const) : changeOf(before, layout, units, own);
    if (change) changes.push({ id, change, before });
  }
  const declared = new Set(layouts.map(({ table }) => table.id));
  for (const [id, before] of state.tables) {
    if (!declared.has(id)) changes.push({ id, before, change: { kind: 'drop' } });
  }
  return changes;
}
