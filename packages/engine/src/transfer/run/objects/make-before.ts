import { inTransaction } from '../../../postgres/index.ts';
import { noteObject, openObjects, noteOrigins, noteCreated, noteTypes } from '../../ledger/index.ts';
import { targetName } from '../../plan/table-plan.ts';
import { explainDependents } from '../dependents.ts';
import { settingsFor, type Migration } from '../migration.ts';

/** Stands in the ledger for all that comes before the rows. */
const before = { sql: 'before the rows' };

/** The statements of `makeBefore`, in their order. */
export function statementsBefore({ approach, plan, objects }: Omit<Migration, 'options'>): string[] {
  return [...approach.drops, ...plan.emptying, ...objects.before];
}

/** Makes what must be there before the rows, all or none; once in a run. */
export async function makeBefore(migration: Migration, run: string): Promise<void> {
  const { session, plan, objects } = migration;
  const { client } = session;
  if ((await openObjects(client, run, [before])).length === 0) return;
  await inTransaction(client, async () => {
    for (const setting of settingsFor(migration, 'fill')) await client.query(setting);
    for (const statement of statementsBefore(migration)) {
      await client.query(statement).catch((error: unknown) => {
        throw explainDependents(error);
      });
    }
    await noteCreated(client, run, objects.created);
    await noteTypes(client, run, objects.createdTypes);
    await noteOrigins(client, originsOf(plan.tables));
    await noteObject(client, run, before.sql, null);
  });
}

function originsOf(tables: Migration['plan']['tables']) {
  return tables
    .filter(({ action }) => action === 'create')
    .flatMap((plan) =>
      plan.columns.map(({ target, duckType }) => ({
        table: targetName(plan),
        column: target,
        duckType: duckType.text,
      })),
    );
}
