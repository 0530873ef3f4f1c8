/** The middle one of an odd number of figures, else the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** Seconds that `work` takes. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

export interface Way {
  readonly name: string;
  /** Not timed. */
  prepare(): Promise<void>;
  run(): Promise<void>;
}

/** Runs every way once a round, one after the other, so that a slow moment of the machine meets them all; seconds by way. */
export async function sideBySide(
  ways: readonly Way[],
  rounds: number,
  say: (line: string) => void,
): Promise<Map<string, number[]>> {
  const seconds = new Map<string, number[]>(ways.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const way of ways) {
      await way.prepare();
      const taken = await secondsOf(() => way.run());
      seconds.get(way.name)?.push(taken);
      say(`round ${round}: ${way.name} ${taken.toFixed(2)} s`);
    }
  }
  return seconds;
}
