import { inTransaction } from '../../postgres/index.ts';
import { forgetObjects, openObjects } from '../ledger/index.ts';
import { valueRange } from '../plan/value-range.ts';
import { dropViews, makeBefore, unlink } from './objects/index.ts';
import type { Migration } from './migration.ts';
import { changesOf } from './changes.ts';
import { piecesOf, removeStale, type TablePieces } from './pieces.ts';

/** Makes what must be there before the rows, and room for them; takes out what the file has no more. @returns what is to be copied */
export async function prepare(migration: Migration, run: string): Promise<TablePieces[]> {
  await makeBefore(migration, run);
  const { session, options, plan, approach } = migration;
  const { client, duck } = session;
  for (const table of plan.tables) {
    if (table.action === 'create') continue;
    const range = (column: string) => valueRange(duck, table, column);
    await options.profile?.beforeCopy({ client, table: table.target.name, range });
  }
  if (approach.changed) await loosen(migration, run);
  const pieces = await piecesOf(migration, run);
  await options.profile?.loosen({ client, changes: changesOf(migration, pieces) });
  if (approach.changed || pieces.some(({ stale }) => stale.length > 0)) await removeStale(migration, run, pieces);
  return pieces;
}

/**
 * What is made again after the rows: keys between tables, the positions of sequences, which the file may have moved, and all
 * views if one of them is another now.
 */
async function loosen({ session: { client }, objects }: Migration, run: string): Promise<void> {
  const views = objects.after.filter(({ phase }) => phase === 'view');
  const areOther = (await openObjects(client, run, views)).length > 0;
  const again = objects.after.filter(({ phase }) => phase === 'foreign key' || phase === 'sequence');
  const statements = [...again, ...(areOther ? views : [])].map(({ sql }) => sql);
  await inTransaction(client, async () => {
    await unlink(client, run);
    if (areOther) await dropViews(client, run);
    await forgetObjects(client, run, statements);
  });
}
