import { setTimeout } from 'node:timers/promises';

/** How long the end of the program waits for a database that may have fallen silent. */
export const farewellMs = 5_000;

/** Waits for the work to end, well or badly, but no longer than so many milliseconds. Never throws. */
export async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const ended = new AbortController();
  const late = setTimeout(milliseconds, undefined, { signal: ended.signal });
  await Promise.race([work, late]).catch(() => {});
  ended.abort();
  await late.catch(() => {});
}
