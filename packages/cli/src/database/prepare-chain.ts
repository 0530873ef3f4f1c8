import { ensurePartitionsAhead } from '@fluxion/engine/chain';
import { migrateSchema } from '@fluxion/engine/postgres';
import { recoverTarget } from '@fluxion/engine/transfer';
import type { Database } from './with-database.ts';

const dayMs = 86_400_000;

/**
 * Brings the database into the state that everything else expects: the schema as this program knows it, nothing left
 * of a migration that died, and room for the sales of the coming months. `unfinished: 'kept'` leaves what a migration left
 * for one that goes on with it.
 * @throws FluxionError DATABASE_UNSUITABLE if the schema is newer than this program, while a migration runs, or if one
 * broke off that can be gone on with
 */
export async function prepareChain(
  pool: Database['pool'],
  { unfinished }: { readonly unfinished: 'refused' | 'kept' } = { unfinished: 'refused' },
): Promise<void> {
  await migrateSchema(pool);
  if (unfinished === 'refused') await recoverTarget(pool);
  await ensurePartitionsAhead(pool);
}

/** Makes room once a day, until the signal is aborted; `onError` hears of a day that it failed. */
export function keepPartitionsAhead(
  pool: Database['pool'],
  signal: AbortSignal,
  onError: (error: unknown) => void,
): void {
  const timer = setInterval(() => void ensurePartitionsAhead(pool).catch(onError), dayMs).unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
