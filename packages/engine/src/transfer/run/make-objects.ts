import { DatabaseError, type ClientBase } from 'pg';
import { inTransaction } from '../../postgres/index.ts';
import type { ObjectStatement } from '../ddl/after-rows.ts';
import type { ObjectNote } from '../ddl/create-table.ts';
import type { PlannedObjects } from '../ddl/objects.ts';
import { noteCreated } from './ledger.ts';

/** Makes what must be there before the rows, all or none. */
export async function makeBefore(client: ClientBase, run: string, objects: PlannedObjects): Promise<void> {
  await inTransaction(client, async () => {
    for (const statement of objects.before) await client.query(statement);
    await noteCreated(client, run, objects.created);
  });
}

/**
 * Makes what follows the rows, one by one.
 * @returns a note for each object that PostgreSQL refused
 * @throws whatever is no refusal of one object: an abort, a cancelled statement, a lost connection
 */
export async function makeAfter(
  client: ClientBase,
  run: string,
  objects: PlannedObjects,
  signal: AbortSignal | undefined,
): Promise<ObjectNote[]> {
  const refused: ObjectNote[] = [];
  for (const statement of objects.after) {
    signal?.throwIfAborted();
    try {
      await makeOne(client, run, statement);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const { kind, name } = statement;
      refused.push({ kind, name, outcome: 'refused', reason: `PostgreSQL: ${error.message}` });
    }
  }
  return refused;
}

async function makeOne(client: ClientBase, run: string, { sql, creates }: ObjectStatement): Promise<void> {
  if (creates === undefined) {
    await client.query(sql);
    return;
  }
  await inTransaction(client, async () => {
    await client.query(sql);
    await noteCreated(client, run, [creates]);
  });
}

/** Class 57 is the operator's: a statement cancelled, a server that shuts down. */
function isRefusal(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && !error.code?.startsWith('57');
}
