import { DatabaseError, type ClientBase } from 'pg';

/** Statements that are tried out in a transaction of which nothing stays. */
export interface Trial {
  /** Runs a statement. @returns PostgreSQL's reason if it refuses it; what it did before stays as it was */
  attempt(sql: string): Promise<string | undefined>;
}

/** What keeps a statement from being judged: another session's lock. */
const lockNotAvailable = '55P03';

/** Nobody who works in the target waits longer than this for a trial. */
const lockTimeout = '1s';

/** Finds out what PostgreSQL accepts by doing it, and takes all of it back. The client must not be in a transaction. */
export async function inTrial<T>(client: ClientBase, work: (trial: Trial) => Promise<T>): Promise<T> {
  await client.query(`BEGIN; SET LOCAL lock_timeout = '${lockTimeout}'; SET LOCAL client_min_messages = error`);
  try {
    return await work({ attempt: (sql) => attempt(client, sql) });
  } finally {
    await client.query('ROLLBACK');
  }
}

async function attempt(client: ClientBase, sql: string): Promise<string | undefined> {
  await client.query('SAVEPOINT trial');
  try {
    await client.query(sql);
    await client.query('RELEASE SAVEPOINT trial');
    return undefined;
  } catch (error) {
    // Class 57 is the operator's: a statement cancelled, a server that shuts down.
    if (!(error instanceof DatabaseError) || error.code?.startsWith('57')) throw error;
    await client.query('ROLLBACK TO SAVEPOINT trial');
    return error.code === lockNotAvailable ? undefined : error.message;
  }
}
