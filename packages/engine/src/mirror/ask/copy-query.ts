import { FluxionError } from '../../base/index.ts';
import type { Detour } from '../answer.ts';
import type { MirrorRead } from '../core.ts';
import type { Asked } from './asked.ts';

/** A question that the copy has been asked. */
export interface CopyQuery {
  /** What it gave, or why PostgreSQL must answer. @throws the reason of the question's signal */
  readonly result: Promise<MirrorRead | Detour>;
  /** Ends it, if it has not ended: nobody waits for the result. */
  stop(): void;
}

export function askCopy(asked: Asked): CopyQuery {
  const stop = new AbortController();
  const result = read(asked, stop.signal);
  // It may fail before somebody waits for it, or after nobody does any longer.
  result.catch(() => {});
  return { result, stop: () => stop.abort() };
}

async function read(asked: Asked, stopped: AbortSignal): Promise<MirrorRead | Detour> {
  const { core, needs, signal, sql, timings } = asked;
  const began = performance.now();
  const result = await core.read(sql.text, sql.values, AbortSignal.any([signal, stopped]), needs).catch((error) => {
    signal.throwIfAborted();
    return stopped.aborted ? 'behind' : detourOf(asked, error);
  });
  if (!stopped.aborted) timings.queryMs = performance.now() - began;
  // A copy that has been given up meanwhile may have been so already when it was read.
  const now = core.ready(needs);
  return typeof now === 'string' ? now : result;
}

function detourOf({ onFailure }: Asked, error: unknown): Detour {
  const code = error instanceof FluxionError ? error.code : undefined;
  if (code === 'MIRROR_BUSY') return 'busy';
  onFailure(error);
  return code === 'MIRROR_BEHIND' ? 'behind' : 'failed';
}
