import type { History } from './history.ts';
import type { Fault, Violation } from './judge.ts';

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

/** What was tried, how it was answered, and what was wrong. */
export function figuresOf({ answers, transactions }: History, violations: readonly Violation[]) {
  const took = (engine: string) => {
    const ms = answers.filter((one) => one.engine === engine).map(({ asked, answered }) => answered.ms - asked.ms);
    return { answers: ms.length, p50Ms: percentile(ms, 0.5), p95Ms: percentile(ms, 0.95) };
  };
  const faults: Record<Fault, number> = { stale: 0, torn: 0, backwards: 0, invented: 0, misdated: 0 };
  for (const { fault } of violations) faults[fault] += 1;
  return {
    answers: answers.length,
    byFreshness: countBy(answers, ({ wish }) => {
      if (wish.exact) return 'exact';
      return wish.maxStalenessMs === Infinity ? 'asOf' : 'maxStalenessMs';
    }),
    mirror: took('mirror'),
    postgres: took('postgres'),
    detours: countBy(
      answers.filter(({ detour }) => detour),
      ({ detour }) => String(detour),
    ),
    committed: transactions.length - 1,
    faults,
  };
}

/** A violation in one line. */
export function told({ fault, what, answer }: Violation): string {
  const { reader, engine, detour, asked, answered, scope, wish } = answer;
  const wanted = JSON.stringify({ ...wish, token: wish.token?.snapshot });
  return `${fault}: ${what} (${reader} by ${engine} ${detour ?? ''}, ${JSON.stringify(scope)}, ${wanted}, ticks ${asked.tick} to ${answered.tick})`;
}
