import { describe, expect, it } from 'vitest';
import { inBatches } from './in-batches.ts';

/** A look-up whose end the test decides. */
function watched(atOnce?: number) {
  const batches: { items: readonly number[]; end: (error?: Error) => void }[] = [];
  const find = inBatches<number, string>(
    (items) =>
      new Promise((resolve, reject) => {
        batches.push({
          items,
          end: (error) => (error ? reject(error) : resolve(items.map((item) => `found ${item}`))),
        });
      }),
    { most: 3, ...(atOnce === undefined ? {} : { atOnce }) },
  );
  return { batches, find };
}

const turn = () => new Promise(setImmediate);

describe('look-ups in batches', () => {
  it('begin at once for one who is alone', () => {
    const { batches, find } = watched();
    void find(1);
    expect(batches.map(({ items }) => items)).toEqual([[1]]);
  });

  it('take together what was asked meanwhile, up to so many', async () => {
    const { batches, find } = watched();
    const found = [1, 2, 3, 4, 5].map((item) => find(item));
    batches[0]?.end();
    await turn();
    batches[1]?.end();
    await turn();
    batches[2]?.end();
    expect(batches.map(({ items }) => items)).toEqual([[1], [2, 3, 4], [5]]);
    expect(await Promise.all(found)).toEqual([1, 2, 3, 4, 5].map((n) => `found ${n}`));
  });

  it('run side by side as they are let, and end in any order', async () => {
    const { batches, find } = watched(2);
    const found = [1, 2, 3, 4].map((item) => find(item));
    batches[1]?.end();
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[1], [2], [3, 4]]);
    batches[2]?.end();
    batches[0]?.end();
    expect(await Promise.all(found)).toEqual([1, 2, 3, 4].map((n) => `found ${n}`));
  });

  it('leave out what nobody waits for any more', async () => {
    const { batches, find } = watched();
    const controller = new AbortController();
    const found = [find(1), find(2, controller.signal), find(3), find(4, controller.signal)];
    controller.abort(new Error('left'));
    const ends = Promise.allSettled(found);
    batches[0]?.end();
    await turn();
    batches[1]?.end();
    expect(batches.map(({ items }) => items)).toEqual([[1], [3]]);
    expect((await ends).map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason)))).toEqual([
      'found 1',
      'Error: left',
      'found 3',
      'Error: left',
    ]);
  });

  it('fail for those of their batch alone, and go on', async () => {
    const { batches, find } = watched();
    const [first, second] = [find(1), find(2)];
    batches[0]?.end(new Error('away'));
    await expect(first).rejects.toThrow('away');
    await turn();
    batches[1]?.end();
    expect(await second).toBe('found 2');
    void find(3);
    await turn();
    expect(batches).toHaveLength(3);
  });
});
