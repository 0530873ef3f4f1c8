import { FluxionError } from '../../base/index.ts';
import { cancelOnAbort } from '../../postgres/index.ts';
import { copiedChunks, beginRun, reopenRun } from '../ledger/index.ts';
import { targetName } from '../plan/table-plan.ts';
import type { Migration } from './migration.ts';
import { undo } from './earlier/undo.ts';
import { write, type Written } from './write.ts';

/**
 * Carries a plan out, in a new run or in the one that goes on. If it fails, what is committed stays for `resume`; of a
 * disposable run, and of one that has no rows yet, nothing stays.
 */
export async function execute(migration: Migration): Promise<Written> {
  const { session, options } = migration;
  const run = await openRun(migration);
  try {
    return await cancelOnAbort(options.pool, session.client, options.signal, () => write(migration, run));
  } catch (error) {
    // If this fails too, the server is gone: the run stays open in the ledger.
    const kept = await leave(migration, run).catch(() => true);
    if (!options.signal?.aborted) throw error;
    const next = kept
      ? 'Run the command again with --resume: it goes on where this one stopped.'
      : 'Nothing was kept in the target; run the command again.';
    throw new FluxionError('INTERRUPTED', `Interrupted. ${next}`, { cause: error });
  }
}

async function openRun({ session, options, approach, plan }: Migration): Promise<string> {
  const { client, source } = session;
  if (approach.run) {
    await reopenRun(client, approach.run.id);
    return approach.run.id;
  }
  return beginRun(client, {
    source: options.file,
    fingerprint: source.fingerprint(),
    plan: plan.digest,
    onLoss: options.onLoss ?? 'fail',
    disposable: options.disposable ?? false,
    filled: plan.tables.filter(({ action }) => action === 'fill').map(targetName),
  });
}

/** @returns true if something stays */
async function leave({ session, options, approach }: Migration, run: string): Promise<boolean> {
  const { client } = session;
  const worthKeeping = approach.run !== undefined || (await copiedChunks(client, run)).some(({ rows }) => rows > 0);
  if (worthKeeping && !options.disposable) return true;
  await undo(client, run);
  return false;
}
