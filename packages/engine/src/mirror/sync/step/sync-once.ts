import type { ClientBase } from 'pg';
import { FluxionError } from '../../../base/index.ts';
import { inDuckTransaction } from '../../../duckdb/index.ts';
import { exactReading, withSnapshot } from '../../../postgres/index.ts';
import { equip, promise } from '../../notes/index.ts';
import { includes } from '../../snapshot/snapshot.ts';
import { type Seen, type TableChange, applyChange, changesOf, look } from '../change/index.ts';
import { Moved, type SyncContext, TableFailure, type TableState, writeApplied, writeTable } from '../state/index.ts';

/** So often a sync begins again because tables were altered while it ran. */
const mostAttempts = 8;

/**
 * Brings all tables of the copy that are not being built to one state of the database, in one transaction of DuckDB's. A
 * table that cannot be brought across is left behind, and told by the state's failures.
 * @throws OtherPast; FluxionError MIRROR_BEHIND if tables are altered all the time; what the databases say
 */
export async function syncOnce(context: SyncContext): Promise<void> {
  for (let altered = 0; altered < mostAttempts;) {
    try {
      const unequipped = await attempt(context);
      if (unequipped.length === 0) return;
      altered++;
      await equipOrLeave(context, unequipped);
    } catch (error) {
      if (error instanceof TableFailure) context.state.fail(error.tableId, error.message);
      else if (error instanceof Moved) altered++;
      else throw error;
    }
  }
  throw new FluxionError(
    'MIRROR_BEHIND',
    'The mirrored tables are altered faster than they can be copied. Ask again later.',
  );
}

/** Makes triggers that are missing; tables for which that cannot be are left behind, so that the others go on. */
async function equipOrLeave({ pool, state }: SyncContext, tables: readonly number[]): Promise<void> {
  try {
    await equip(pool);
  } catch (error) {
    if (!(error instanceof FluxionError)) throw error;
    for (const id of tables) state.fail(id, error.message);
  }
}

/** @returns the tables whose triggers must be made first, while no snapshot is held; none: it is done */
function attempt(context: SyncContext): Promise<readonly number[]> {
  const { pool, state } = context;
  return withSnapshot(pool, exactReading, async (snapshot) => {
    const { client } = snapshot;
    const since = state.current;
    const seen = await look(state, client);
    const unequipped = seen.layouts.filter(({ parts }) => parts.some(({ equipped }) => !equipped));
    const waiting = unequipped.map(({ table }) => table.id).filter((id) => !state.rests(id));
    if (waiting.length > 0) return waiting;
    const changes = await changesOf(context, client, seen);
    const until = stateOf(seen);
    const isLater = since !== null && includes(until.snapshot, since.snapshot);
    const isKnown = isLater && seen.reading.isLasting;
    if (changes.length === 0 && isKnown && !state.mustPromise()) state.confirm(since, until);
    else await commit(context, client, seen, changes);
    for (const pin of context.pins.splice(0)) await pin(snapshot);
    return [];
  });
}

/** The state of the database that was looked at. */
function stateOf({ reading: { snapshot, time } }: Seen): Pick<Seen['reading'], 'snapshot' | 'time'> {
  return { snapshot, time };
}

async function commit(
  context: SyncContext,
  client: ClientBase,
  seen: Seen,
  changes: readonly TableChange[],
): Promise<void> {
  const { duck, state, pool } = context;
  const { history, layouts } = seen.reading;
  const until = stateOf(seen);
  const changed = new Map<number, TableState | undefined>();
  const unsettled = changes.filter(({ change }) => change.kind !== 'swap').map(({ id }) => id);
  await state.whileUnsettled(unsettled, async () => {
    await inDuckTransaction(duck, async () => {
      for (const change of changes) {
        const table = await applyChange(context, client, change, seen);
        changed.set(change.id, table);
        await writeTable(duck, change.id, table);
      }
      await writeApplied(duck, history, until);
      const needed = state.oldestNeeded(until, changed);
      const now = await promise(pool, { id: state.id, snapshot: until.snapshot, needed });
      const moved = changes.find(({ id, change }) => 'layout' in change && now.get(id) !== layouts.get(id));
      if (moved) throw new Moved('a table was altered while it was copied');
    });
    state.sync(history, until, changed);
  });
  for (const { id, change } of changes) if (change.kind === 'swap') state.recover(id);
}
