import { setTimeout as delay } from 'node:timers/promises';

/** Between two looks at something that is under way: short against any start, long against a look. */
const betweenLooksMs = 20;
/** After this long a person is told what is being waited for. */
const noticeMs = 3000;
/** After a pause this long, waiting for the same thing starts over. */
const breakMs = 5000;

export interface Wait {
  /** What is waited for; told once if it takes long. */
  readonly notice: string;
  /** How long at most. */
  readonly limitMs: number;
  /** What to throw then. */
  readonly failure: () => Error;
}

/** Waits a moment; throws once what it waits for has lasted too long. */
export type Pause = (wait: Wait) => Promise<void>;

/** A pause that remembers how long each thing has been waited for without a break. */
export function createPatience(log: (line: string) => void): Pause {
  const waits = new Map<string, { first: number; last: number }>();
  const told = new Set<string>();
  return async ({ notice, limitMs, failure }) => {
    const now = performance.now();
    const before = waits.get(notice);
    const first = before !== undefined && now - before.last < breakMs ? before.first : now;
    waits.set(notice, { first, last: now });
    if (now - first > limitMs) throw failure();
    if (now - first > noticeMs && !told.has(notice)) {
      told.add(notice);
      log(notice);
    }
    await delay(betweenLooksMs);
  };
}
