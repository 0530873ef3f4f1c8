import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runPieces, type Work } from './schedule.ts';

/** Ends one of the running pieces after the other, in an order of its own. */
function turnstile() {
  const waiting: (() => void)[] = [];
  return {
    pass: () => new Promise<void>((resolve) => waiting.push(resolve)),
    async open(choose: (count: number) => number, until: () => boolean) {
      while (!until()) {
        if (waiting.length > 0) waiting.splice(choose(waiting.length), 1)[0]?.();
        await new Promise(setImmediate);
      }
    },
  };
}

const worksArbitrary = fc
  .array(fc.record({ pieces: fc.nat(5), waits: fc.array(fc.nat(5)) }), { maxLength: 6 })
  .map((works) =>
    works.map(({ pieces, waits }, place): Work<number> => ({
      name: `w${place}`,
      // Only for earlier ones, as a copy order is.
      waitsFor: waits.filter((other) => other < place).map((other) => `w${other}`),
      pieces: Array.from({ length: pieces }, (_, index) => index),
    })),
  );

describe('runPieces', () => {
  it('does every piece once, no work before those that it waits for, and ends each work once', async () => {
    await fc.assert(
      fc.asyncProperty(
        worksArbitrary,
        fc.integer({ min: 1, max: 4 }),
        fc.infiniteStream(fc.nat()),
        async (works, workers, choices) => {
          const begun: string[] = [];
          const finished: string[] = [];
          const gate = turnstile();
          let done = false;
          const run = async (_: number, work: Work<number>, piece: number) => {
            for (const name of work.waitsFor) expect(finished).toContain(name);
            begun.push(`${work.name}/${piece}`);
            await gate.pass();
          };
          const names = Array.from({ length: workers }, (_, index) => index);
          const all = runPieces(works, names, run, ({ name }) => finished.push(name)).finally(() => (done = true));
          const choose = (count: number) => Number(choices.next().value) % count;
          await Promise.all([all, gate.open(choose, () => done)]);
          expect(begun.toSorted()).toEqual(
            works.flatMap(({ name, pieces }) => pieces.map((piece) => `${name}/${piece}`)).toSorted(),
          );
          expect(finished.toSorted()).toEqual(works.map(({ name }) => name).toSorted());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lets the others end what they are at and begins nothing after a failure', async () => {
    const begun: number[] = [];
    const work = { name: 'w', waitsFor: [], pieces: [0, 1, 2, 3] };
    const run = async (_: string, __: typeof work, piece: number) => {
      begun.push(piece);
      await new Promise(setImmediate);
      if (piece === 0) throw new Error('no');
    };
    await expect(runPieces([work], ['a', 'b'], run, () => {})).rejects.toThrow('no');
    expect(begun).toEqual([0, 1]);
  });
});
