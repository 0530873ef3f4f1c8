import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import {
  askSource,
  describeAnswer,
  SourceFailure,
  systemClock,
  type AskedStore,
  type Clock,
  type Delivery,
  type Secrets,
  type Source,
} from '../../sources/index.ts';
import { failuresOf, throughBreaker } from './breaker.ts';
import { Gate } from '../gate.ts';
import { asDone } from './as-done.ts';

/** Stores that are asked at the same time. */
const atOnce = 4;

export interface AnswersOptions {
  readonly pool: Pool;
  readonly source: Source;
  readonly stores: readonly (AskedStore | undefined)[];
  /** YYYY-MM-DD. */
  readonly date: string;
  /** An existing folder, with room for all answers. */
  readonly folder: string;
  readonly secrets: Secrets;
  /** Asks also where the breaker is open. */
  readonly insist: boolean;
  /** Leaves the breakers alone. */
  readonly onlyLooks: boolean;
  readonly firstPageOnly: boolean;
  readonly signal: AbortSignal | undefined;
  readonly clock: Clock | undefined;
}

/**
 * Asks a source for each store, and gives back their answers as they come; a store that does not answer gives a delivery that
 * cannot be opened. Each answer is kept until the next one is asked for.
 * @throws what is not a store's fault alone, and the signal's reason
 */
export async function* answers(options: AnswersOptions): AsyncGenerator<Delivery> {
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal]);
  const gate = new Gate(atOnce);
  const inOrder = await leastFailed(options);
  const asking = inOrder.map((store) => answer({ ...options, signal }, store, gate));
  try {
    for await (const { delivery, folder } of asDone(asking)) {
      yield delivery;
      await rm(folder, { recursive: true, force: true });
    }
  } finally {
    stop.abort();
    await Promise.allSettled(asking);
  }
}

/** Stores that have not answered of late come last: whoever waits for them does not keep the others waiting. */
async function leastFailed({ pool, source, stores }: AnswersOptions): Promise<readonly (AskedStore | undefined)[]> {
  const failures = await failuresOf(pool, source.name);
  const of = (store: AskedStore | undefined) => failures.get(store?.id ?? null) ?? 0;
  return stores.toSorted((left, right) => of(left) - of(right));
}

async function answer(
  options: AnswersOptions & { readonly signal: AbortSignal },
  store: AskedStore | undefined,
  gate: Gate,
): Promise<{ readonly delivery: Delivery; readonly folder: string }> {
  const { pool, source, insist, onlyLooks } = options;
  const folder = join(options.folder, `source-${randomUUID()}`);
  const ask = () => askSource({ ...options, store, folder, clock: clockOutside(gate, options.clock ?? systemClock) });
  await gate.enter();
  try {
    options.signal.throwIfAborted();
    await mkdir(folder);
    const guarded = { source: source.name, ubicacionId: store?.id ?? null };
    const delivery = await (onlyLooks ? ask() : throughBreaker(pool, guarded, insist, ask));
    return { delivery, folder };
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    return { delivery: unanswered(describeAnswer({ ...options, store }), error), folder };
  } finally {
    gate.leave();
  }
}

function unanswered(known: ReturnType<typeof describeAnswer>, failure: SourceFailure): Delivery {
  return { ...known, digest: '', bytes: 0, saysEmpty: false, open: () => Promise.reject(failure) };
}

/** Whoever pauses before the next attempt lets another store in. */
function clockOutside(gate: Gate, clock: Clock): Clock {
  return {
    now: () => clock.now(),
    after: (ms, callback) => clock.after(ms, callback),
    async sleep(ms, signal) {
      gate.leave();
      try {
        await clock.sleep(ms, signal);
      } finally {
        await gate.enter();
      }
    },
  };
}
