import { setTimeout as sleep } from 'node:timers/promises';
import type { Freshness, Mirror } from '../../../index.ts';
import type { GivenAnswer, History, Token, Wish } from './history.ts';
import { questionOf, type Scope } from './questions.ts';
import type { Random } from './transact.ts';
import { pick } from './units.ts';
import { sites } from './world.ts';

export interface Reading {
  readonly name: string;
  readonly mirror: Mirror;
  readonly history: History;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** Whether connections have been ended since, so that a question may fail. */
  readonly mayFail: (since: number) => boolean;
}

function scopeFrom(random: Random): Scope {
  const site = pick(random, sites);
  const february = { from: '2024-02-01', to: '2024-02-29' };
  return pick<Scope>(random, [
    { of: 'all' },
    { of: 'all' },
    { of: 'site', site },
    { of: 'site', site, ...february },
    { of: 'totals' },
  ]);
}

function wishFrom(random: Random, token: Token | undefined): Wish {
  const exact = { exact: true, maxStalenessMs: 0 };
  if (!token) return exact;
  return pick<Wish>(random, [
    exact,
    exact,
    { exact: false, maxStalenessMs: random(2) * random(2000) },
    { exact: false, maxStalenessMs: Infinity, token },
    { exact: false, maxStalenessMs: random(3000), token },
  ]);
}

function freshnessOf({ exact, maxStalenessMs, token }: Wish): Freshness {
  if (exact) return 'exact';
  const asOf = token && { asOf: token.snapshot };
  return asOf && maxStalenessMs === Infinity ? asOf : { maxStalenessMs, ...asOf };
}

/** Asks until the signal is aborted, each time something else and otherwise. @returns how many questions got no answer */
export async function keepAsking({ name, mirror, history, random, signal, mayFail }: Reading): Promise<number> {
  const [which = ''] = name.split(' ');
  let refused = 0;
  while (!signal.aborted) {
    const scope = scopeFrom(random);
    const wish = wishFrom(random, history.token(random));
    const budgetMs = pick(random, [0, 100, 1500, 10_000]);
    const asked = history.now();
    try {
      const answer = await mirror.query(questionOf(scope), scope, { freshness: freshnessOf(wish), budgetMs });
      const { engine, detour, asOf, timings, rows: findings } = answer;
      const base = { reader: name, mirror: which, scope, wish, asked, answered: history.now(), findings };
      const given: GivenAnswer = { ...base, engine, ...(detour === undefined ? {} : { detour }), asOf, timings };
      history.answers.push(given);
      history.keep({ snapshot: asOf.snapshot, seen: given });
    } catch (error) {
      if (!mayFail(asked.ms)) throw error;
      refused += 1;
    }
    await sleep(random(30));
  }
  return refused;
}
