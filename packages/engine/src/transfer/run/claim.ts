import { DatabaseError, type ClientBase } from 'pg';
import { FluxionError } from '../../base/index.ts';
import { unfinishedRuns } from './ledger.ts';
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
    await client.query('RESET lock_timeout');
  }
}

/** Takes back what earlier migrations left half done. The session must hold the claim. @returns the tables concerned */
export async function undoUnfinished(client: ClientBase): Promise<string[]> {
  const undone: string[] = [];
  for (const run of await unfinishedRuns(client)) undone.push(...(await undo(client, run)));
  return undone;
}

/**
 * For who writes nothing, and so can neither take back what an earlier migration left nor plan on top of it.
 * @throws FluxionError DATABASE_UNSUITABLE if there is such a one
 */
export async function refuseUnfinished(client: ClientBase): Promise<void> {
  if ((await unfinishedRuns(client)).length === 0) return;
  const message =
    'An earlier migration broke off, and its rows are still there. Run the command without --dry-run: it takes them back first.';
  throw new FluxionError('DATABASE_UNSUITABLE', message);
}
