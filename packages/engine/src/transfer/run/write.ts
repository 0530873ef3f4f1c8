import { inTransaction } from '../../postgres/index.ts';
import type { TableReport } from '../report.ts';
import { copyTables } from './copy-tables.ts';
import { finishRun } from './ledger.ts';
import { makeAfter, makeBefore } from './make-objects.ts';
import type { Migration } from './migration.ts';

/** Writes all of a migration under its run's id. What PostgreSQL refused goes to the plan's notes. */
export async function write(migration: Migration, run: string): Promise<TableReport[]> {
  const { session, options, plan, objects } = migration;
  const { client } = session;
  const { profile, signal } = options;
  await makeBefore(client, run, objects);
  const tables = await copyTables(migration, run);
  objects.notes.push(...(await makeAfter(client, run, objects, signal)));
  const filled = plan.tables.filter(({ action }) => action === 'fill').map(({ target }) => target.name);
  // Together: what is derived from the rows belongs to a run that has come to its end.
  await inTransaction(client, async () => {
    await profile?.afterCopy({ client, tables: filled });
    signal?.throwIfAborted();
    await finishRun(client, run);
  });
  return tables;
}
