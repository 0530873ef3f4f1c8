import { inTransaction } from '../../postgres/index.ts';
import { finishRun, markProven } from '../ledger/index.ts';
import type { TableReport } from '../report.ts';
import type { Migration } from './migration.ts';

/** Ends a run. Together: what is derived from the rows belongs to a run that has come to its end. */
export async function finish({ session, options, plan }: Migration, run: string): Promise<void> {
  const { client } = session;
  const filled = plan.tables.filter(({ action }) => action === 'fill').map(({ target }) => target.name);
  await inTransaction(client, async () => {
    await options.profile?.afterCopy({ client, tables: filled });
    options.signal?.throwIfAborted();
    await finishRun(client, run);
  });
}

/** Notes that a run is proven if every table of it is. */
export async function conclude({ session }: Migration, run: string, tables: readonly TableReport[]): Promise<void> {
  if (tables.every(({ proof }) => proof?.equal)) await markProven(session.client, { id: run });
}
