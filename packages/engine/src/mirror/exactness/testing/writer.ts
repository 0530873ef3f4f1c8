import type { Pool, PoolClient } from 'pg';
import { openCopyIn } from '../../../postgres/index.ts';
import type { Write } from './writes.ts';

/** What a writer's transaction came to: its id, and when it was known to be committed. */
export interface Committed {
  readonly xid: bigint;
  readonly at: number;
  readonly isDurable: boolean;
}

/** A session that writes, in transactions that may be open for long. */
export interface Writer {
  readonly pid: number;
  readonly isOpen: boolean;
  begin(how: string): Promise<void>;
  /** Within its transaction if it has one open. A refusal rolls back to the last savepoint, or the whole of it. */
  write(write: Write, state: number): Promise<Committed | undefined>;
  savepoint(): Promise<void>;
  back(): Promise<void>;
  /** @param state the number of the state that it makes, which is written down with it */
  commit(state: number): Promise<Committed | undefined>;
  rollback(): Promise<void>;
  release(): void;
}

/** Who waits for another writer waits for ever: they take turns. */
const settings = `SET lock_timeout = '30ms'`;

/** @param isDurable whether it waits for the disk when it commits */
export async function openWriter(pool: Pool, isDurable: boolean): Promise<Writer> {
  const client = await pool.connect();
  await client.query(`${settings}; SET synchronous_commit = ${isDurable ? 'on' : 'off'}`);
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const [{ pid } = { pid: 0 }] = rows;
  let isOpen = false;
  let savepoints = 0;

  const begin = async (how: string) => {
    if (isOpen) return;
    await client.query(`BEGIN ${how}`);
    isOpen = true;
    savepoints = 0;
  };
  const rollback = async () => {
    if (isOpen) await client.query('ROLLBACK');
    isOpen = false;
  };
  const commit = async (state: number): Promise<Committed | undefined> => {
    if (!isOpen) return undefined;
    try {
      const [, found] = await queries<{ xid: string }>(
        client,
        `INSERT INTO journal VALUES (${state}); SELECT pg_current_xact_id()::text AS xid`,
      );
      isOpen = false;
      const { command } = await client.query('COMMIT');
      if (command !== 'COMMIT') return undefined;
      return { xid: BigInt(found?.rows[0]?.xid ?? 0), at: Date.now(), isDurable };
    } catch {
      isOpen = true;
      await rollback();
      return undefined;
    }
  };
  return {
    pid,
    get isOpen() {
      return isOpen;
    },
    begin,
    rollback,
    commit,
    async write(write, state) {
      if (write.isAlone) {
        if (!isOpen) await client.query(write.sql).catch(() => {});
        return undefined;
      }
      const isOwn = !isOpen;
      await begin('');
      try {
        await perform(client, write);
      } catch {
        if (savepoints > 0) await client.query(`ROLLBACK TO SAVEPOINT s`);
        else await rollback();
        return undefined;
      }
      return isOwn ? commit(state) : undefined;
    },
    async savepoint() {
      if (isOpen) await client.query('SAVEPOINT s');
      if (isOpen) savepoints++;
    },
    async back() {
      if (isOpen && savepoints > 0) await client.query(`ROLLBACK TO SAVEPOINT s`);
    },
    release: () => client.release(true),
  };
}

/** The results of several statements. */
async function queries<Row extends object>(client: PoolClient, sql: string): Promise<{ rows: Row[] }[]> {
  const results: unknown = await client.query(sql);
  return Array.isArray(results) ? results : [];
}

async function perform(client: PoolClient, { sql, copied }: Write): Promise<void> {
  if (copied === null) {
    await client.query(sql);
    return;
  }
  const copy = openCopyIn(client, sql, undefined);
  await copy.write(Buffer.from(copied));
  await copy.end();
}
