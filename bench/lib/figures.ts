/** The middle one of an odd number of figures, else the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** The figure that so great a part of all is not greater than. */
export function quantile(figures: readonly number[], part: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** The factor that stands for all of them; NaN for none. */
export function geometricMean(factors: readonly number[]): number {
  return Math.exp(factors.reduce((sum, factor) => sum + Math.log(factor), 0) / factors.length);
}

/** Seconds that `work` takes. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Milliseconds that `work` takes. */
export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  return (await secondsOf(work)) * 1000;
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
