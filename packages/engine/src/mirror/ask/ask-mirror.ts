import type { Applied, Detour } from '../answer.ts';
import { includes } from '../snapshot/snapshot.ts';
import type { Asked, Found } from './asked.ts';
import { catchUp } from './catch-up.ts';
import { readFence } from './fence.ts';
import { demandOf, meets, refuseForeign } from './freshness.ts';
import { prove, stateOf, type Proof } from './proof.ts';
import { startReading, type Reading } from './reading.ts';

/**
 * Asks the copy, by a fence if what is known without one does not do.
 * @returns why PostgreSQL must answer, if it must
 * @throws FluxionError INVALID_INPUT if `asOf` is of another database; what the database says if it cannot be asked for what has
 * changed; or the signal's reason
 */
export async function askMirror(asked: Asked): Promise<Found | Detour> {
  const proof = prove(asked.core, asked.needs, asked.past.reading);
  if (typeof proof === 'string') return proof;
  const demand = demandOf(asked.wanted, asked.floor, asked.past.databaseTime(asked.at));
  const isEnough = (state: Applied) => meets(state, demand);
  if (isEnough(stateOf(proof.judged, proof))) {
    const found = await accept(startReading(asked), proof, isEnough);
    if (found) return found;
  }
  // Most often the copy lacks nothing: the question need not wait until PostgreSQL has said so.
  const reading = startReading(asked);
  try {
    return await askWithFence(asked, proof.judged, reading);
  } finally {
    reading.stop();
  }
}

/** What the copy gave, if it was in a state that is enough; or why PostgreSQL must answer. */
async function accept(
  reading: Reading,
  proof: Proof,
  isEnough: (state: Applied) => boolean,
): Promise<Found | Detour | undefined> {
  const result = await reading.result;
  if (typeof result === 'string') return result;
  const asOf = stateOf(result.applied, proof);
  return isEnough(asOf) ? { rows: result.rows, asOf } : undefined;
}

async function askWithFence(asked: Asked, since: Applied, first: Reading): Promise<Found | Detour> {
  const { core, needs, past, wanted } = asked;
  const fence = await readFence(asked, since);
  if (typeof fence === 'string') return fence;
  refuseForeign(wanted, fence.snapshot);
  const floor = past.floor(asked.floor, fence.snapshot);
  if (!includes(fence.snapshot, since.snapshot)) {
    // PostgreSQL has lost commits that the copy has. What it makes of that is its own affair; this question does not wait.
    core.catchUp(fence).catch(asked.onFailure);
    return 'behind';
  }
  const demand = demandOf(wanted, floor, Date.parse(fence.time));
  const isEnough = (state: Applied) => includes(state.snapshot, fence.snapshot) || meets(state, demand);
  const proof = prove(core, needs, fence);
  if (typeof proof === 'string') return proof;
  if (proof.same || meets(proof.judged, demand)) {
    // The first reading may have begun in a state before the one that was judged.
    const found = (await accept(first, proof, isEnough)) ?? (await accept(startReading(asked), proof, isEnough));
    return found ?? 'behind';
  }
  first.stop();
  if (!(await catchUp(asked, fence))) return 'behind';
  const later = prove(core, needs, undefined);
  if (typeof later === 'string') return later;
  return (await accept(startReading(asked), later, isEnough)) ?? 'behind';
}
