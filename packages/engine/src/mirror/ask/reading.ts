import { FluxionError } from '../../base/index.ts';
import type { Detour } from '../answer.ts';
import type { MirrorRead } from '../core.ts';
import type { Asked } from './asked.ts';

/** A query of DuckDB's under way. */
export interface Reading {
  /** What it gave, or why PostgreSQL must answer. @throws the reason of the question's signal */
  readonly result: Promise<MirrorRead | Detour>;
  /** Ends it, if it has not ended: nobody waits for the result. */
  stop(): void;
}

/** Asks the copy. */
export function startReading(asked: Asked): Reading {
  const stop = new AbortController();
  const result = read(asked, stop.signal);
  // It may fail before somebody waits for it, or after nobody does any longer.
  result.catch(() => {});
  return { result, stop: () => stop.abort() };
}

async function read(asked: Asked, stopped: AbortSignal): Promise<MirrorRead | Detour> {
  const { core, needs, signal, sql, timings } = asked;
  const began = performance.now();
  try {
    const answer = await core.read(sql.text, sql.values, AbortSignal.any([signal, stopped]));
    if (!stopped.aborted) timings.queryMs = performance.now() - began;
    return answer;
  } catch (error) {
    signal.throwIfAborted();
    if (stopped.aborted) return 'behind';
    if (error instanceof FluxionError && error.code === 'MIRROR_BUSY') return 'busy';
    asked.onFailure(error);
    // Where the copy has been given up meanwhile, that is why.
    const now = core.ready(needs);
    return typeof now === 'string' ? now : 'failed';
  }
}
