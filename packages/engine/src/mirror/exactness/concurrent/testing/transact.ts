import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError, type ClientBase } from 'pg';
import type { History, Token, Write } from './history.ts';

export type Random = (below: number) => number;

export interface Writing {
  readonly client: ClientBase;
  readonly history: History;
  readonly random: Random;
  /** What the transaction under way has written. */
  readonly writes: Write[];
}

/** A transaction that is to be rolled back. */
export class Withdrawn extends Error {}

/** Somebody else was in the way: deadlocks, and locks that took too long. */
const inTheWay = new Set(['40P01', '55P03']);

export function isInTheWay(error: unknown): boolean {
  return error instanceof DatabaseError && inTheWay.has(error.code ?? '');
}

/** In some transactions, at some of its steps: others go on meanwhile. */
export async function maybePause({ random }: Pick<Writing, 'random'>, mostMs = 250): Promise<void> {
  if (random(8) === 0) await sleep(random(mostMs));
}

/**
 * Runs a transaction and keeps it in the history.
 * @returns whether it was committed
 */
export async function transact(
  { client, history, random }: Omit<Writing, 'writes'>,
  work: (writing: Writing) => Promise<void>,
): Promise<boolean> {
  const writes: Write[] = [];
  const writing = { client, history, random, writes };
  try {
    await client.query('BEGIN');
    // A transaction that has its id early is under way in the snapshots of those who ask meanwhile.
    if (random(4) === 0) await client.query('SELECT pg_current_xact_id()');
    await maybePause(writing);
    await work(writing);
    await maybePause(writing);
    const { rows } = await client.query<{ xid: string }>('SELECT pg_current_xact_id()::text AS xid');
    if (random(10) === 0) throw new Withdrawn();
    const transaction = history.commit(BigInt(rows[0]?.xid ?? ''), writes);
    await client.query('COMMIT');
    transaction.acknowledged = history.now();
    return true;
  } catch (error) {
    await client.query('ROLLBACK');
    if (error instanceof Withdrawn || isInTheWay(error)) return false;
    throw error;
  }
}

/** The state that the connection sees now, for readers to ask for; in a transaction, once that has ended. */
export async function tokenOf({ client, history }: Pick<Writing, 'client' | 'history'>): Promise<Token> {
  const at = history.now();
  const { rows } = await client.query<{ snapshot: string }>('SELECT pg_current_snapshot()::text AS snapshot');
  return { snapshot: rows[0]?.snapshot ?? '', at };
}
