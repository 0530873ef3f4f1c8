import type { ClientBase } from 'pg';
import { inDuckTransaction } from '../../../duckdb/index.ts';
import { exactReading, withSnapshot } from '../../../postgres/index.ts';
import { type Layout, promise, readLayouts } from '../../notes/index.ts';
import { columnsKey } from '../table/index.ts';
import { Moved, type SyncContext, TableFailure, type TableState, outcomeOf, writeTable } from '../state/index.ts';
import { beginCopy, rollupsOf, take } from '../change/index.ts';

/**
 * Copies the next parts of a table that is being built, in a transaction of their own and at a snapshot of their own: what
 * changes meanwhile is noted since the build began, and the sync that ends it brings it. So no snapshot is kept for long,
 * and a build that was cut short goes on where it was.
 * @returns whether there may be more to do at once: not if there is none, or a sync must see first how the table was altered
 * @throws what the databases say of anything but the table
 */
export async function buildParts(context: SyncContext): Promise<boolean> {
  const { state } = context;
  const [next] = [...state.tables]
    .filter(([id, { unbuilt }]) => unbuilt.length > 0 && !state.rests(id))
    // Small tables first: they are the sooner ready.
    .toSorted(([, a], [, b]) => a.layout.parts.length - b.layout.parts.length);
  if (!next) return false;
  const [id, table] = next;
  try {
    const after = await withSnapshot(context.pool, exactReading, ({ client }) => copyNext(context, client, id, table));
    state.setTable(id, after);
    state.recover(id);
  } catch (error) {
    const outcome = outcomeOf(id, error);
    if (outcome instanceof Moved) return false;
    if (!(outcome instanceof TableFailure)) throw outcome;
    state.fail(id, outcome.message);
  }
  return true;
}

async function copyNext(context: SyncContext, client: ClientBase, id: number, table: TableState): Promise<TableState> {
  const { duck, pool, state, signal, onRows } = context;
  const layout = (await readLayouts(client)).find((one) => one.table.id === id);
  // The next sync removes it: by then its name may be another table's.
  if (!layout) throw new Moved('the table is no longer there');
  const rollups = rollupsOf(context.rollups, layout);
  return inDuckTransaction(duck, async () => {
    const copying = { client, duck, rollups, signal, onRows };
    const after = await stepOf(copying, layout, table);
    await writeTable(duck, id, after);
    // The rows may be of transactions whose end is not yet on the server's disk.
    const now = await promise(pool, { id: state.id, needed: state.oldestNeeded() });
    if (now.get(id) !== layout.fingerprint) throw new Moved('the table was altered while it was copied');
    return after;
  });
}

/** Small parts are copied in one transaction until they are so many rows. */
const rowsAtOnce = 250_000;

/** Copies the next parts, or makes the copy anew if the table's columns are others by now. */
async function stepOf(copying: Parameters<typeof take>[0], layout: Layout, table: TableState): Promise<TableState> {
  if (columnsKey(layout) !== columnsKey(table.layout)) {
    await beginCopy(copying, layout);
    return { ...table, layout, unbuilt: layout.parts.map(({ oid }) => oid) };
  }
  let { unbuilt } = table;
  let { parts } = table.layout;
  for (let rows = 0; unbuilt.length > 0 && rows < rowsAtOnce; unbuilt = unbuilt.slice(1)) {
    const [oid] = unbuilt;
    const part = layout.parts.find((one) => one.oid === oid);
    if (part) rows += await take(copying, layout, part.name);
    // A part that is gone has brought nothing; one that is copied is known from here on as it was now.
    parts = [...parts.filter((one) => one.oid !== oid), ...(part ? [part] : [])];
  }
  return { ...table, layout: { ...table.layout, parts }, unbuilt };
}
