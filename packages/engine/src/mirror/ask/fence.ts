import { DatabaseError } from 'pg';
import { FluxionError } from '../../base/index.ts';
import type { Detour } from '../answer.ts';
import type { FenceReading } from '../notes/fence-reading.ts';
import type { Asked } from './asked.ts';
import { instant } from './past.ts';

/**
 * Asks PostgreSQL what has changed since the copy's state.
 * @returns why PostgreSQL must answer, if it refused to say that but may answer all the same
 * @throws what says that the database is away; or the signal's reason
 */
export async function readFence(asked: Asked): Promise<FenceReading | Detour> {
  const { core, past, signal, timings } = asked;
  const began = instant();
  try {
    const reading = await core.fence(signal);
    past.hear(reading, began);
    return reading;
  } catch (error) {
    signal.throwIfAborted();
    if (isAway(error)) throw error;
    asked.onFailure(error);
    return 'failed';
  } finally {
    timings.fenceMs = performance.now() - began.monotonic;
  }
}

/** A database that has refused something is there; what the driver says of itself is that it is not. */
function isAway(error: unknown): boolean {
  if (error instanceof FluxionError) return error.code === 'DATABASE_UNREACHABLE';
  return !(error instanceof DatabaseError);
}
