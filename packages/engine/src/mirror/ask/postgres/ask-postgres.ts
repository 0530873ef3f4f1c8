import { types, type ClientBase, type CustomTypesConfig, type Pool, type PoolClient } from 'pg';
import type { Need, RawRow } from '../../../base/index.ts';
import { cancelOnAbort, inTransaction, toIsoInstant } from '../../../postgres/index.ts';
import { parseSnapshot } from '../../snapshot/snapshot.ts';
import type { Asked, Found } from '../asked.ts';
import { refuseForeign } from '../freshness.ts';
import { forPostgres, lockSql, tableSql } from './statement.ts';

/**
 * Has PostgreSQL answer, in a transaction that can tell its snapshot.
 * @throws FluxionError INVALID_INPUT if `asOf` is of another database; what the database says; or the signal's reason, after the statement has
 * been cancelled
 */
export async function askPostgres(pool: Pool, asked: Asked): Promise<Found> {
  const { sql, rollups, needs, signal } = asked;
  const began = performance.now();
  const statement = forPostgres(sql, rollups);
  const answered = (client: ClientBase) =>
    inTransaction(client, async (): Promise<Found | undefined> => {
      const asOf = await openSnapshot(client, needs);
      refuseForeign(asked.wanted, asOf.snapshot);
      const { rows } = await client.query<RawRow>({ ...statement, types: rawTypes });
      return (await hasOtherPartitions(client, needs)) ? undefined : { rows, asOf };
    });
  const found = await onConnection(pool, signal, async (client) => {
    for (;;) {
      const one = await answered(client);
      if (one) return one;
    }
  });
  asked.timings.queryMs = performance.now() - began;
  return found;
}

/** Tables divided into partitions other than those that the transaction's snapshot sees. */
const otherPartitionsSql = `
  WITH RECURSIVE roots AS (SELECT c.oid FROM unnest($1::regclass[]) AS n(oid) JOIN pg_class AS c ON c.oid = n.oid WHERE c.relkind = 'p'),
  seen AS (SELECT oid FROM roots UNION SELECT i.inhrelid FROM pg_inherits AS i JOIN seen ON i.inhparent = seen.oid),
  present AS (SELECT t.relid::oid AS oid FROM roots, pg_partition_tree(roots.oid) AS t)
  SELECT EXISTS (
    (SELECT oid FROM seen EXCEPT SELECT oid FROM present) UNION ALL (SELECT oid FROM present EXCEPT SELECT oid FROM seen)) AS moved`;

/**
 * Whether a partition has been attached since the snapshot: a statement reads it all the same, as ATTACH PARTITION keeps
 * to no snapshot and waits for no reader.
 */
async function hasOtherPartitions(client: ClientBase, needs: readonly Need[]): Promise<boolean> {
  const { rows } = await client.query<{ moved: boolean }>(otherPartitionsSql, [
    needs.map(({ table }) => tableSql(table)),
  ]);
  return rows[0]?.moved === true;
}

/** Runs `work` on a connection of the pool; an abort cancels its statement. */
async function onConnection<T>(pool: Pool, signal: AbortSignal, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await connect(pool, signal);
  let isClean = false;
  try {
    const result = await cancelOnAbort(pool, client, signal, () => work(client));
    isClean = true;
    return result;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    // A cancellation that comes late must not hit the connection's next user.
    client.release(!isClean || signal.aborted);
  }
}

/** A connection of the pool, unless the signal aborts before there is one: then it goes back when it comes. */
function connect(pool: Pool, signal: AbortSignal): Promise<PoolClient> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    pool
      .connect()
      .then((client) => {
        if (signal.aborted) client.release();
        else resolve(client);
      }, reject)
      .finally(() => signal.removeEventListener('abort', leave));
  });
}

async function openSnapshot(client: ClientBase, needs: readonly Need[]): Promise<Found['asOf']> {
  await client.query(
    ['SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY', lockSql(needs)]
      .filter((statement) => statement !== undefined)
      .join('; '),
  );
  // When the statement began: before its snapshot, which then has all that was committed by that time.
  const { rows } = await client.query<{ snapshot: string; time: string }>(
    'SELECT pg_current_snapshot()::text AS snapshot, statement_timestamp() AS time',
  );
  const { snapshot = '', time = '' } = rows[0] ?? {};
  return { snapshot: parseSnapshot(snapshot), time };
}

/** Values as texts in the form that the copy's have: as PostgreSQL prints them, but for two that go into JSON. */
const rawTypes: CustomTypesConfig = {
  getTypeParser: (type: number) => parsers.get(type) ?? asIs,
};

const asIs = (text: string): string => text;
const parsers = new Map<number, (text: string) => string>([
  [types.builtins.BOOL, (text) => (text === 't' ? 'true' : 'false')],
  [types.builtins.TIMESTAMPTZ, toIsoInstant],
]);
