import { setTimeout as delay } from 'node:timers/promises';

/** Between two looks at something that is under way: short against any start, long against a look. */
const betweenLooksMs = 20;
/** After this long a person is told what is being waited for. */
const noticeMs = 3000;

export interface Wait {
  /** What is waited for; told once if it takes long. */
  readonly notice: string;
  /** How long at most, from the first time that this was waited for. */
  readonly limitMs: number;
  /** What to throw then. */
  readonly failure: () => Error;
}

/** Gives a function that waits a moment, as often as needed, until its reason has lasted too long. */
export function createPatience(log: (line: string) => void): (wait: Wait) => Promise<void> {
  const since = new Map<string, number>();
  const told = new Set<string>();
  return async ({ notice, limitMs, failure }) => {
    const now = performance.now();
    const waited = now - (since.get(notice) ?? now);
    since.set(notice, now - waited);
    if (waited > limitMs) throw failure();
    if (waited > noticeMs && !told.has(notice)) {
      told.add(notice);
      log(notice);
    }
    await delay(betweenLooksMs);
  };
}
