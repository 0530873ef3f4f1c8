import { parseSnapshot } from '../../snapshot/snapshot.ts';
import type { Answer } from '../../index.ts';
import type { Wanted } from './content-question.ts';
import { expected, indexOf, type State } from './history.ts';

/** What a question had a right to, when it was asked. */
export interface Claim {
  readonly wanted: Wanted;
  /** The earliest state that the answer may be of. */
  readonly earliest: number;
  /** Why. */
  readonly because: string;
}

/**
 * Compares an answer with what the database held in the state that the answer says it is of, and that with what the
 * question had a right to.
 * @returns the number of that state
 * @throws Error with what is wrong
 */
export function judge(states: readonly State[], { wanted, earliest, because }: Claim, answer: Answer<string>): number {
  const index = indexOf(states, parseSnapshot(answer.asOf.snapshot));
  const state = states[index];
  const right = state && expected(state, wanted);
  const told = () =>
    `${answer.engine} ${answer.detour ?? ''} of state ${index} of ${states.length - 1}, ${answer.asOf.snapshot}`;
  if (index < earliest) throw new Error(`went back: ${told()}, but ${because} wants ${earliest}`);
  if (!right) throw new Error(`has columns that were not there: ${told()}`);
  if (JSON.stringify(right) !== JSON.stringify(answer.rows)) {
    throw new Error(
      `is of no state, or of another: ${told()}; ${differences(right, answer.rows)}; ${otherStates(states, wanted, answer)}`,
    );
  }
  return index;
}

function differences(right: readonly string[], rows: readonly string[]): string {
  const [missing, surplus] = [without(right, rows), without(rows, right)];
  return `missing ${JSON.stringify(missing.slice(0, 5))}, surplus ${JSON.stringify(surplus.slice(0, 5))}`;
}

/** The lines without the others, each taken away as often as it is among them. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
}

function otherStates(states: readonly State[], wanted: Wanted, { rows }: Answer<string>): string {
  const same = states.flatMap((state, index) =>
    JSON.stringify(expected(state, wanted)) === JSON.stringify(rows) ? [index] : [],
  );
  return `it is what there was in ${JSON.stringify(same)}`;
}
