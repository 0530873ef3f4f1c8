import type { Applied, Detour } from '../answer.ts';
import { includes } from '../snapshot/snapshot.ts';
import type { Asked, Found } from './asked.ts';
import { catchUp } from './catch-up.ts';
import { askCopy, type CopyQuery } from './copy-query.ts';
import { readFence } from './fence.ts';
import { demandOf, meets, refuseForeign } from './freshness.ts';
import { prove, stateOf, type Proof } from './proof.ts';

/**
 * Asks the copy, by a fence if what is known without one does not do.
 * @returns why PostgreSQL must answer, if it must
 * @throws FluxionError INVALID_INPUT if `asOf` is of another database; what the database says if it cannot be asked for what
 * has changed; or the signal's reason
 */
export async function askMirror(asked: Asked): Promise<Found | Detour> {
  const known = await askWithoutFence(asked);
  if (known !== undefined) return known;
  const since = asked.core.ready(asked.needs);
  if (typeof since === 'string') return since;
  // Most often the copy lacks nothing: the question need not wait until PostgreSQL has said so.
  const query = askCopy(asked);
  try {
    return await askWithFence(asked, since, query);
  } finally {
    query.stop();
  }
}

type IsEnough = (state: Applied) => boolean;

/** @returns undefined if it takes a fence */
async function askWithoutFence(asked: Asked): Promise<Found | Detour | undefined> {
  const { core, needs, past, wanted, floor, at } = asked;
  const proof = prove(core, needs, past.reading);
  if (typeof proof === 'string') return proof;
  const demand = demandOf(wanted, floor, past.databaseTime(at));
  const isEnough: IsEnough = (state) => meets(state, demand);
  return isEnough(stateOf(proof.judged, proof)) ? accept(askCopy(asked), proof, isEnough) : undefined;
}

async function askWithFence(asked: Asked, since: Applied, first: CopyQuery): Promise<Found | Detour> {
  const { core, needs, past, wanted } = asked;
  const fence = await readFence(asked);
  if (typeof fence === 'string') return fence;
  refuseForeign(wanted, fence.snapshot);
  const floor = past.floor(asked.floor, fence.snapshot);
  if (!includes(fence.snapshot, since.snapshot)) {
    // PostgreSQL has lost commits that the copy has. Building that anew takes longer than a question waits.
    core.catchUp(fence).catch(asked.onFailure);
    return 'behind';
  }
  const demand = demandOf(wanted, floor, Date.parse(fence.time));
  const isEnough: IsEnough = (state) => includes(state.snapshot, fence.snapshot) || meets(state, demand);
  const proof = prove(core, needs, fence);
  if (typeof proof === 'string') return proof;
  if (proof.same || meets(proof.judged, demand)) {
    const found = await accept(first, proof, isEnough);
    // The first query may have begun in a state before the one that was judged.
    return found ?? (await accept(askCopy(asked), proof, isEnough)) ?? 'behind';
  }
  first.stop();
  if (!(await catchUp(asked, fence))) return 'behind';
  const later = prove(core, needs, undefined);
  if (typeof later === 'string') return later;
  return (await accept(askCopy(asked), later, isEnough)) ?? 'behind';
}

/** What the copy gave, or why PostgreSQL must answer; undefined if the copy was in a state that is not enough. */
async function accept(query: CopyQuery, proof: Proof, isEnough: IsEnough): Promise<Found | Detour | undefined> {
  const result = await query.result;
  if (typeof result === 'string') return result;
  const asOf = stateOf(result.applied, proof);
  return isEnough(asOf) ? { rows: result.rows, asOf } : undefined;
}
