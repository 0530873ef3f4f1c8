import { DatabaseError, type ClientBase } from 'pg';
import { inTransaction } from '../../../postgres/index.ts';
import { runPieces } from '../../copy/index.ts';
import type { ObjectStatement } from '../../ddl/object-statement.ts';
import { noteObject, openObjects, noteCreated } from '../../ledger/index.ts';
import type { ObjectReport } from '../../report.ts';
import { withConnections } from '../connections.ts';
import { streamsOf, type Migration } from '../migration.ts';

/** For the sorting of an index, at least. */
const sortMemory = '256MB';

/** Made side by side for different tables; the phases that are not here one by one, since they reach over tables. */
const tablePhases: ReadonlySet<string> = new Set(['key', 'index', 'check']);

/**
 * Makes what follows the rows. Each object has a transaction of its own: one that PostgreSQL refuses undoes nothing else.
 *
 * @returns a report for each object that PostgreSQL refused
 * @throws whatever is no refusal of one object: an abort, a cancelled statement, a lost connection
 */
export async function makeAfter(migration: Migration, run: string): Promise<ObjectReport[]> {
  const { client } = migration.session;
  const open = await openObjects(client, run, migration.objects.after);
  const refused: ObjectReport[] = [];
  const make = async (connection: ClientBase, statement: ObjectStatement) => {
    migration.options.signal?.throwIfAborted();
    const refusal = await makeOne(connection, run, statement);
    const { kind, name, definition } = statement;
    if (refusal !== null)
      refused.push({ kind, name, outcome: 'refused', reason: `PostgreSQL: ${refusal}`, definition });
  };
  const sideBySide = open.filter(({ phase }) => tablePhases.has(phase));
  const oneByOne = open.filter(({ phase }) => !tablePhases.has(phase));
  if (sideBySide.length > 0) await makeByTable(migration, sideBySide, make);
  for (const statement of oneByOne) await make(client, statement);
  return refused;
}

type Make = (client: ClientBase, statement: ObjectStatement) => Promise<void>;

/** The statements of one table stay together, one after the other: two of them would wait for each other's lock. */
async function makeByTable(migration: Migration, statements: readonly ObjectStatement[], make: Make): Promise<void> {
  const tables = new Set(statements.map(({ table }) => table));
  const pieces = [...tables].map((name) => statements.filter(({ table }) => table === name));
  const work = { name: 'tables', waitsFor: [], pieces };
  const makeAll = async (client: ClientBase, _: typeof work, own: readonly ObjectStatement[]) => {
    for (const statement of own) await make(client, statement);
  };
  await withConnections(migration, streamsOf(migration.options), async (clients) => {
    for (const client of clients) await allowSorting(client);
    await runPieces([work], clients, makeAll, () => {});
  });
}

/** Room to sort: an index that does not fit into memory is sorted on disk. */
async function allowSorting(client: ClientBase): Promise<void> {
  await client.query(
    `SELECT set_config('maintenance_work_mem', $1, false) WHERE pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes($1)`,
    [sortMemory],
  );
}

/** @returns PostgreSQL's refusal, null if there was none; either is in the ledger */
async function makeOne(client: ClientBase, run: string, { sql, creates }: ObjectStatement): Promise<string | null> {
  try {
    await inTransaction(client, async () => {
      await client.query(sql);
      if (creates !== undefined) await noteCreated(client, run, [creates]);
      await noteObject(client, run, sql, null);
    });
    return null;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await noteObject(client, run, sql, error.message);
    return error.message;
  }
}

/** Classes that say nothing of the statement: deadlocks, a full disk, the operator's doings, an error of the system. */
const notTheStatement = /^(?:40|53|57|58)/;

function isRefusal(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && !notTheStatement.test(error.code ?? '');
}
