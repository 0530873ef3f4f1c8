/**
 * Has what is asked while an earlier look-up runs wait for the next one, which takes all of it at once: under load many share
 * a statement, and a single one waits for nobody. Each look-up begins after all that it answers was asked.
 * @param lookUp gives back an answer for each item, in their order; if it fails, so does all of its batch
 */
export function inBatches<Item, Found>(
  lookUp: (items: readonly Item[]) => Promise<readonly Found[]>,
  most: number,
): (item: Item) => Promise<Found> {
  interface Waiting {
    readonly item: Item;
    readonly resolve: (found: Found) => void;
    readonly reject: (error: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      try {
        const found = await lookUp(batch.map(({ item }) => item));
        if (found.length !== batch.length) throw new RangeError('a look-up gave another number of answers');
        for (const [index, one] of found.entries()) batch[index]?.resolve(one);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void run();
    });
}
