import { inTransaction } from '../../postgres/index.ts';
import { finishRun, markProven } from '../ledger/index.ts';
import type { TableReport } from '../report.ts';
import { changesOf } from './changes.ts';
import type { Migration } from './migration.ts';
import type { TablePieces } from './pieces.ts';

/** Ends a run. Together: what is derived from the rows belongs to a run that has come to its end. */
export async function finish(migration: Migration, run: string, pieces: readonly TablePieces[]): Promise<void> {
  const { session, options } = migration;
  const { client } = session;
  await inTransaction(client, async () => {
    await options.profile?.afterCopy({ client, changes: changesOf(migration, pieces) });
    options.signal?.throwIfAborted();
    await finishRun(client, run);
  });
}

/** Notes that a run is proven if every table of it is. */
export async function conclude({ session }: Migration, run: string, tables: readonly TableReport[]): Promise<void> {
  if (tables.every(({ proof }) => proof?.equal)) await markProven(session.client, { id: run });
}
