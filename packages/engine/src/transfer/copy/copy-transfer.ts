import type { DuckDBConnection } from '@duckdb/node-api';
import { DatabaseError, type ClientBase, type PoolClient } from 'pg';
import { inTransaction } from '../../postgres/index.ts';
import { noteChunks } from '../ledger/chunks.ts';
import { targetName, type TablePlan } from '../plan/table-plan.ts';
import { copyRows } from './copy-stream.ts';
import type { Transfer } from './transfers.ts';

export interface CopyTransferContext {
  readonly run: string;
  readonly duck: DuckDBConnection;
  readonly client: PoolClient;
  readonly plan: TablePlan;
  readonly transfer: Transfer;
  /** Statements for this transaction alone. */
  readonly sessionSettings: readonly string[];
  readonly onRows: (rows: number) => void;
  readonly signal: AbortSignal;
}

/** Copies chunks: their rows and their entries in the ledger in one transaction. @returns how many rows they have */
export async function copyTransfer(context: CopyTransferContext): Promise<number> {
  const { run, client, plan, transfer, sessionSettings } = context;
  const { chunks, where, into, alone } = transfer;
  let rows = 0;
  await inTransaction(client, async () => {
    // The rows and their entries in the ledger are lost or kept together, and the run's last commit makes all of them last.
    await client.query('SET LOCAL synchronous_commit = off');
    for (const setting of sessionSettings) await client.query(setting);
    const freeze = alone && (await startsEmpty(client, into));
    const onRows = (count: number) => {
      rows += count;
      context.onRows(count);
    };
    await copyRows({ ...context, where, into, freeze, onRows });
    // One that was not counted is alone in its transfer.
    const copied = chunks.map((chunk) => ({ chunk: chunk.id, rows: chunk.rows ?? rows }));
    await noteChunks(client, run, targetName(plan), copied);
  });
  return rows;
}

/** A foreign key that leads to it, however empty both sides are, rights that are lacking, a lock, or a table of partitions. */
const refusals = new Set(['0A000', '42501', '55P03', '42809']);

/**
 * True if the relation holds nothing and now belongs to this transaction alone: its rows can be written frozen, and, where
 * the server keeps no more of a log than it must, past the log.
 */
async function startsEmpty(client: ClientBase, into: string): Promise<boolean> {
  await client.query('SAVEPOINT before_truncate');
  try {
    await client.query(`LOCK TABLE ONLY ${into} IN ACCESS EXCLUSIVE MODE NOWAIT`);
    const { rows } = await client.query<{ any: boolean }>(`SELECT EXISTS (SELECT FROM ONLY ${into}) AS any`);
    if (rows[0]?.any === false) {
      await client.query(`TRUNCATE ONLY ${into}`);
      // The rows are to carry the number of the whole transaction, by which the ledger knows them.
      await client.query('RELEASE SAVEPOINT before_truncate');
      return true;
    }
  } catch (error) {
    if (!(error instanceof DatabaseError) || !refusals.has(error.code ?? '')) throw error;
  }
  // Released too: a savepoint that is only gone back to would give the rows a number of its own.
  await client.query('ROLLBACK TO SAVEPOINT before_truncate; RELEASE SAVEPOINT before_truncate');
  return false;
}
