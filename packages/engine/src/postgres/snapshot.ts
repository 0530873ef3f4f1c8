import type { Pool, PoolClient } from 'pg';
import { inTransaction } from './transaction.ts';

/** One state of the database, which any number of connections see while others go on writing. */
export interface Snapshot {
  /** As `SET TRANSACTION SNAPSHOT` takes it. */
  readonly id: string;
  /** The connection that holds the snapshot, in its transaction. */
  readonly client: PoolClient;
  /** Runs `work` on a further connection, in a transaction that sees the same state and writes nothing. */
  use<T>(work: (client: PoolClient) => Promise<T>): Promise<T>;
}

/** A connection that is lost fails the query under way; its error event says nothing more. */
function ignore(): void {}

async function connect(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  client.on('error', ignore);
  return client;
}

/** Runs `work` on a connection, which is closed rather than returned if the work fails on it: a COPY may still run there. */
async function onConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await connect(pool);
  let failed = true;
  try {
    const result = await work(client);
    failed = false;
    return result;
  } finally {
    if (!failed) client.off('error', ignore);
    client.release(failed);
  }
}

/**
 * What a transaction of PostgreSQL's must begin with so that what it prints does not depend on the role's settings, and
 * names are found where they are said to be. A role for which policies hide rows is refused rather than given a part.
 */
export const exactReading: readonly string[] = [
  `SET LOCAL TimeZone = 'UTC'`,
  `SET LOCAL DateStyle = 'ISO, YMD'`,
  `SET LOCAL IntervalStyle = 'postgres'`,
  `SET LOCAL bytea_output = 'hex'`,
  `SET LOCAL extra_float_digits = 1`,
  `SET LOCAL search_path = pg_catalog`,
  `SET LOCAL row_security = off`,
  `SET LOCAL jit = off`,
];

/** A pause in a transaction is no reason to end it. */
const patience = `SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = 0`;

/**
 * Runs `work` with one state of the database. `settings` are statements for each of its transactions, with SET LOCAL.
 * The transaction of the snapshot is rolled back at the end: it is for reading.
 */
export function withSnapshot<T>(
  pool: Pool,
  settings: readonly string[],
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const begin = [patience, ...settings].join('; ');
  return onConnection(pool, (holder) =>
    inTransaction(holder, async () => {
      await holder.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await holder.query(begin);
      const { rows } = await holder.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
      const id = rows[0]?.id ?? '';
      const use = <R>(one: (client: PoolClient) => Promise<R>) =>
        onConnection(pool, (client) =>
          inTransaction(client, async () => {
            await client.query(
              `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT '${id}'; ${begin}`,
            );
            return one(client);
          }),
        );
      return work({ id, client: holder, use });
    }),
  );
}
