import type { ClientBase } from 'pg';
import { inBothTransactions } from '../../bridge/index.ts';
import { lockFeed, noteLoaded } from '../ledger/index.ts';
import { loadMasterRows, type MasterCounts } from '../masters/index.ts';
import { patience, withLoadSlot } from '../units/index.ts';
import type { WrittenContext } from './context.ts';
import { keepRejects, noteRejects, refuseTooMany, type Understood } from './reading/index.ts';

/**
 * Loads rows of a master table in one transaction, and notes in the draft what became of them.
 * @throws the server's refusal; FluxionError FEED_REFUSED if too many lines are rejected
 */
export async function loadMaster(context: WrittenContext, understood: Understood): Promise<void> {
  const { pool, duck, draft, signal } = context;
  // In DuckDB too: a line that one attempt has rejected may be right when the next one looks at the tables.
  const counts = await withLoadSlot(pool, signal, (client) =>
    patience.execute(() => inBothTransactions(duck, client, () => write(context, understood, client)), signal),
  );
  draft.loaded = counts.inserted + counts.changed;
  draft.same = counts.same;
  draft.repeated += counts.repeated;
  draft.placeholders += counts.placeholders;
  const rows = draft.loaded + draft.same;
  draft.units = [
    { ubicacionId: null, fecha: null, outcome: outcomeOf(context, counts), rows, sums: {}, message: null },
  ];
}

/** What was done so far is undone if too many lines turn out to be rejected only here, where the tables are. */
async function write(context: WrittenContext, understood: Understood, client: ClientBase): Promise<MasterCounts> {
  const { duck, draft, ledger, signal } = context;
  const { mapping, tables } = understood;
  await client.query(`SET LOCAL lock_timeout = '5s'; SET LOCAL idle_in_transaction_session_timeout = '5min'`);
  const entry = await lockFeed(client, mapping.feed.name);
  const delivered = new Set([...mapping.columns.keys(), ...Object.keys(mapping.constants)]);
  const counts = await loadMasterRows({ client, duck, tables, feed: mapping.feed, delivered, signal });
  await noteRejects(context, understood);
  refuseTooMany(context);
  await keepRejects(client, ledger.id, draft.rejects);
  const outcome = outcomeOf(context, counts);
  const loaded = counts.inserted + counts.changed + counts.same;
  const noted = {
    id: entry,
    outcome,
    digest: ledger.fingerprint,
    loaded,
    rejected: draft.rejected,
    sums: {},
    message: null,
  };
  // What is there already is in the tables as well: the entry then says that this delivery is.
  await noteLoaded(client, ledger, [{ ...noted, outcome: outcome === 'igual' ? 'cargada' : outcome }]);
  return counts;
}

function outcomeOf({ draft }: WrittenContext, { inserted, changed, same }: MasterCounts) {
  if (draft.rejected > 0) return 'con_rechazos' as const;
  if (inserted + changed > 0) return 'cargada' as const;
  return same > 0 ? ('igual' as const) : ('vacia' as const);
}
