import { ensurePartitionsAhead } from '@fluxion/engine/chain';
import { migrateSchema } from '@fluxion/engine/postgres';
import { recoverTarget } from '@fluxion/engine/transfer';
import type { Database } from './with-database.ts';

const dayMs = 86_400_000;

/**
 * Brings the database into the state that everything else expects: the schema as this program knows it, nothing left
 * of a migration that died, and room for the sales of the coming months.
 * @throws FluxionError DATABASE_UNSUITABLE if the schema is newer than this program, or while a migration runs
 */
export async function prepareChain(pool: Database['pool']): Promise<void> {
  await migrateSchema(pool);
  await recoverTarget(pool);
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
