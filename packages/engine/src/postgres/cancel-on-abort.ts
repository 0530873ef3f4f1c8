import type { ClientBase, Pool } from 'pg';
import { cancelStatement } from './cancel.ts';

/** While `work` runs on `client`, an abort cancels the statement under way there: building an index may take minutes. */
export async function cancelOnAbort<T>(
  pool: Pool,
  client: ClientBase,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!signal) return work();
  signal.throwIfAborted();
  let cancelled: Promise<unknown> | undefined;
  // If it cannot be sent, the statement ends by itself and the next one is not begun.
  const cancel = () => {
    cancelled = cancelStatement(pool, client);
  };
  signal.addEventListener('abort', cancel);
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', cancel);
    // Else it could hit what comes next on this connection.
    await cancelled;
  }
}
