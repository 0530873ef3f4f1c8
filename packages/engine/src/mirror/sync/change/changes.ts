import type { ClientBase } from 'pg';
import { TableFailure, type SyncContext, type TableState } from '../state/index.ts';
import { type Seen, unitsOf, unitsSince } from './look.ts';
import { type Change, changeOf } from './plan.ts';
import type { Layout } from '../../notes/index.ts';
import { copyKey, takenColumns } from '../table/index.ts';
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
  const declared = new Set(layouts.map(({ table }) => table.id));
  // These first: the copy's table may be made anew under the same name, as of a table whose unit is another one now.
  for (const [id, before] of state.tables) {
    if (!declared.has(id)) changes.push({ id, before, change: { kind: 'drop' } });
  }
  const names = new Set(rollups.map(({ name }) => copyKey({ schema: 'public', table: name })));
  for (const layout of layouts) {
    const { id } = layout.table;
    const hasOwnName = !names.has(copyKey(layout.table));
    names.add(copyKey(layout.table));
    const before = state.tables.get(id);
    if (before && before.unbuilt.length > 0) continue;
    if (state.rests(id)) {
      if (before?.since === null) changes.push({ id, before, change: { kind: 'rest' } });
      continue;
    }
    const unfit = layout.unfit ?? (hasOwnName ? whyUncopied(layout) : nameTaken);
    if (unfit !== null) throw new TableFailure(id, unfit);
    const own = rollupsKey(rollupsOf(rollups, layout));
    const since = before?.since ?? null;
    const units = since === null ? unitsOf(reading.changed, id) : await unitsSince(client, id, since);
    const isAnew = units === undefined || state.isCondemned(id);
    const change = isAnew ? ({ kind: 'begin', layout } as const) : changeOf(before, layout, units, own);
    if (change) changes.push({ id, change, before });
  }
  return changes;
}

const nameTaken = 'another mirrored table, or a sum that is kept, has its name but for the case of letters';

function whyUncopied(layout: Layout): string | null {
  return takenColumns(layout).length > 0 ? null : 'it has no column that DuckDB compares alike';
}
