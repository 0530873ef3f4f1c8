import { DatabaseError, type ClientBase } from 'pg';
import { FluxionError } from '../../../base/index.ts';
import type { Run } from '../../ledger/index.ts';
import { undo } from './undo.ts';

/** A session lock's key; it tells a migration that runs from one that died. */
const lockKey = `hashtextextended('fluxion_transfer', 0)`;

const lockNotAvailable = '55P03';

/**
 * Makes this session the only migration of the target, waiting for another one for at most `waitMs`.
 * @throws FluxionError DATABASE_UNSUITABLE if that runs longer
 */
export async function claimTarget(client: ClientBase, waitMs: number): Promise<void> {
  await client.query(`SET lock_timeout = ${Math.max(1, waitMs)}`);
  try {
    await client.query(`SELECT pg_advisory_lock(${lockKey})`);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== lockNotAvailable) throw error;
    const message = 'Another migration into this database is running. Wait for it to end, or stop it.';
    throw new FluxionError('DATABASE_UNSUITABLE', message, { cause: error });
  } finally {
    await client.query('SET lock_timeout = 0');
  }
}

/** Takes back runs that broke off, the latest first. The session must hold the claim. @returns the tables concerned */
export async function undoRuns(client: ClientBase, runs: readonly Run[]): Promise<string[]> {
  const undone: string[] = [];
  for (const { id } of runs) undone.push(...(await undo(client, id)));
  return undone;
}

/**
 * For who will neither go on with a migration that broke off nor take it back.
 * @throws FluxionError DATABASE_UNSUITABLE if there is such a one
 */
export function refuseUnfinished(runs: readonly Run[]): void {
  const [run] = runs;
  if (!run) return;
  const message = `A migration of ${run.source} broke off before its end. Go on with it: fluxion migrate ${run.source} --resume; or take it back and begin anew with --replace.`;
  throw new FluxionError('DATABASE_UNSUITABLE', message);
}
