export interface BatchLimits {
  /** More items wait for the next look-up. */
  readonly most: number;
  /** So many look-ups run at the same time; one unless told otherwise. */
  readonly atOnce?: number;
}

/**
 * Has what is asked while earlier look-ups run wait for the next one, which takes all of it at once: under load many share
 * a statement, and a single one waits for nobody. Each look-up begins after all that it answers was asked.
 * @param lookUp gives back an answer for each item, in their order; if it fails, so does all of its batch
 * @returns what asks; an item whose signal aborts while it still waits is not looked up
 */
export function inBatches<Item, Found>(
  lookUp: (items: readonly Item[]) => Promise<readonly Found[]>,
  { most, atOnce = 1 }: BatchLimits,
): (item: Item, signal?: AbortSignal) => Promise<Found> {
  interface Waiting {
    readonly item: Item;
    readonly signal: AbortSignal | undefined;
    readonly resolve: (found: Found) => void;
    readonly reject: (error: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let running = 0;

  function isWanted({ signal, reject }: Waiting): boolean {
    if (signal?.aborted === true) reject(signal.reason);
    return signal?.aborted !== true;
  }

  async function run(): Promise<void> {
    running += 1;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most).filter(isWanted);
      if (batch.length === 0) continue;
      try {
        const found = await lookUp(batch.map(({ item }) => item));
        if (found.length !== batch.length) throw new RangeError('a look-up gave another number of answers');
        for (const [index, one] of found.entries()) batch[index]?.resolve(one);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running -= 1;
  }

  return (item, signal) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, signal, resolve, reject });
      if (running < atOnce) void run();
    });
}
