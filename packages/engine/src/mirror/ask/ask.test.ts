import { DatabaseError } from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eventually } from '#testing/eventually.ts';
import { FluxionError } from '../../base/index.ts';
import type { AsOf, Applied, Freshness } from '../answer.ts';
import { parseSnapshot, sees, snapshotText } from '../snapshot/snapshot.ts';
import { World, writers, type Pending } from './testing/world.ts';

let world: World;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  world = new World({ judgesByNow: false, confirms: false });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A committed write to the unit. */
function write(unit: string): bigint {
  const xid = world.server.begin(unit);
  world.server.end(xid, 'commit');
  return xid;
}

function answerOf({ due, outcome }: Pending) {
  if (!outcome || 'error' in outcome) throw new Error('no answer', { cause: outcome?.error });
  expect(world.faults(due, outcome.answer)).toEqual([]);
  return outcome.answer;
}

function work(at: number) {
  const found = world.steps.works.at(at);
  if (!found) throw new Error('nothing is under way');
  return found;
}

/** Lets the fence that runs beside the first query look and tell. */
async function passFence(): Promise<void> {
  const fence = work(1);
  fence.step();
  fence.step();
  await world.settle();
}

/** Lets the last work, a sync, look, commit, and say so. */
async function passSync(): Promise<void> {
  const sync = work(-1);
  for (let step = 0; step < 3; step++) sync.step();
  await world.settle();
}

async function syncNow(): Promise<void> {
  const done = world.copy.sync();
  await world.settle();
  await passSync();
  await done;
}

function printed({ snapshot, time }: Applied): AsOf {
  return { snapshot: snapshotText(snapshot), time };
}

/** How much is under way that only a question wants. */
function wanted(): number {
  return world.steps.works.filter(({ isStoppable }) => isStoppable).length;
}

async function put(units: readonly string[], freshness: Freshness = 'exact'): Promise<Pending> {
  const pending = world.put(units, freshness);
  await world.settle();
  return pending;
}

async function end(pending: Pending) {
  await world.finish();
  return answerOf(pending);
}

async function answerTo(units: readonly string[], freshness: Freshness = 'exact') {
  return end(await put(units, freshness));
}

describe('an exact answer', () => {
  test('comes from the copy if nothing has changed, as of the moment of the fence', async () => {
    write('a');
    await syncNow();
    vi.advanceTimersByTime(5000);
    const answer = await answerTo(['a']);
    expect(answer).toMatchObject({ engine: 'mirror', rows: [{ unit: 'a', writers: '3' }], timings: { syncMs: null } });
    expect(answer.asOf).toEqual(printed(world.server.now()));
  });

  test('comes from the copy, as of the moment of the fence, if only what it does not need has changed', async () => {
    write('b');
    const answer = await answerTo(['a']);
    expect(answer).toMatchObject({ engine: 'mirror', timings: { syncMs: null } });
    expect(answer.asOf).toEqual(printed(world.server.now()));
  });

  test('waits for what it needs, and stops the query that ran beside the fence', async () => {
    write('a');
    const pending = await put(['a']);
    work(0).step();
    await passFence();
    expect(wanted()).toBe(0);
    const answer = await end(pending);
    expect(answer).toMatchObject({ engine: 'mirror', rows: [{ unit: 'a', writers: '3' }] });
    expect(answer.timings.syncMs).not.toBeNull();
  });

  test('does not need what is written after the question was asked', async () => {
    const pending = await put(['a']);
    work(1).step();
    const xid = write('a');
    const { asOf, timings } = await end(pending);
    expect(timings.syncMs).toBeNull();
    expect(sees(parseSnapshot(asOf.snapshot), xid)).toBe(false);
  });

  test('is asked for again if the query began before a sync that the fence was judged after', async () => {
    world = new World({ judgesByNow: true, confirms: false });
    write('a');
    const pending = await put(['a']);
    work(0).step();
    await syncNow();
    await passFence();
    const answer = await end(pending);
    expect(answer).toMatchObject({ engine: 'mirror', rows: [{ unit: 'a', writers: '3' }], timings: { syncMs: null } });
  });

  test('says how long the fence, the sync and the query took', async () => {
    write('a');
    const pending = await put(['a']);
    vi.advanceTimersByTime(5);
    await passFence();
    vi.advanceTimersByTime(70);
    await passSync();
    vi.advanceTimersByTime(20);
    expect((await end(pending)).timings).toEqual({ fenceMs: 5, syncMs: 70, queryMs: 20 });
  });
});

describe('without a fence', () => {
  test('a stale answer is given only once the clock of PostgreSQL is known, and for so long as it may be stale', async () => {
    const first = await answerTo(['a'], { maxStalenessMs: 1000 });
    expect(first.timings.fenceMs).not.toBeNull();
    vi.advanceTimersByTime(900);
    write('a');
    expect((await answerTo(['a'], { maxStalenessMs: 1000 })).timings.fenceMs).toBeNull();
    vi.advanceTimersByTime(200);
    const later = await answerTo(['a'], { maxStalenessMs: 1000 });
    expect(later.timings).toMatchObject({ fenceMs: 0, syncMs: 0 });
  });

  test('the first stale answer needs a fence, for the clock, but no sync if the copy is young enough', async () => {
    write('a');
    vi.advanceTimersByTime(500);
    const { rows, timings } = await answerTo(['a'], { maxStalenessMs: 1000 });
    expect(rows).toEqual([{ unit: 'a', writers: '' }]);
    expect(timings).toMatchObject({ fenceMs: 0, syncMs: null });
  });

  test('a stale answer is given while PostgreSQL is away', async () => {
    await answerTo(['a', 'b']);
    vi.advanceTimersByTime(60_000);
    world.copy.fenceError = new Error('connect ECONNREFUSED');
    expect(await answerTo(['a'], { maxStalenessMs: 61_000 })).toMatchObject({
      engine: 'mirror',
      timings: { fenceMs: null },
    });
    const pending = await put(['a'], { maxStalenessMs: 59_000 });
    await world.finish();
    expect(pending.outcome).toEqual({ error: world.copy.fenceError });
  });

  test('a clock that was set back, or stood still, makes no answer fresher', async () => {
    await answerTo(['a']);
    const frozen = performance.now();
    vi.advanceTimersByTime(5000);
    const clock = vi.spyOn(performance, 'now').mockReturnValue(frozen);
    expect((await answerTo(['a'], { maxStalenessMs: 1000 })).timings.fenceMs).not.toBeNull();
    clock.mockRestore();
    await answerTo(['a']);
    vi.advanceTimersByTime(5000);
    vi.setSystemTime(Date.now() - 3_600_000);
    expect((await answerTo(['a'], { maxStalenessMs: 1000 })).timings.fenceMs).not.toBeNull();
  });

  test('an answer as of a state is given if the copy has reached that, and by a fence if it has not', async () => {
    write('a');
    await syncNow();
    const reached = snapshotText(world.server.now().snapshot);
    expect((await answerTo(['a'], { asOf: reached })).timings.fenceMs).toBeNull();
    write('a');
    const ahead = snapshotText(world.server.now().snapshot);
    expect((await answerTo(['a'], { asOf: reached })).rows).toEqual([{ unit: 'a', writers: '3' }]);
    expect((await answerTo(['a'], { asOf: ahead })).rows).toEqual([{ unit: 'a', writers: '3,4' }]);
  });

  test("none is given that is older than PostgreSQL's answers", async () => {
    const before = snapshotText(world.server.now().snapshot);
    write('a');
    const pending = world.put(['b'], 'exact');
    await world.settle();
    work(0).fail(new Error('Out of Memory Error'));
    await world.finish();
    expect(answerOf(pending)).toMatchObject({ engine: 'postgres', detour: 'failed' });
    expect((await answerTo(['a'], { asOf: before })).rows).toEqual([{ unit: 'a', writers: '3' }]);
  });

  test('what the last fence has said serves others, for what it found unchanged', async () => {
    write('b');
    const { asOf } = await answerTo(['a']);
    expect((await answerTo(['a'], { asOf: asOf.snapshot })).timings.fenceMs).toBeNull();
    expect((await answerTo(['b'], { asOf: asOf.snapshot })).rows).toEqual([{ unit: 'b', writers: '3' }]);
  });
});

/** Whatever fails beside a question goes to where failures are told. */
describe('PostgreSQL answers', () => {
  test('with the reason of the copy for not being there', async () => {
    world.copy.lose();
    expect(await answerTo(['a'])).toMatchObject({ engine: 'postgres', detour: 'building', timings: { fenceMs: null } });
  });

  test.each([
    [new Error('Out of Memory Error: could not allocate'), 'failed', 1],
    [new FluxionError('MIRROR_BUSY', '100 questions wait.'), 'busy', 0],
    [new FluxionError('MIRROR_BEHIND', 'It is being built.'), 'behind', 1],
  ] as const)('if the copy fails with: %s', async (error, detour, told) => {
    const pending = await put(['a']);
    work(0).fail(error);
    expect(await end(pending)).toMatchObject({ engine: 'postgres', detour });
    expect(world.failures).toEqual([error].slice(0, told));
  });

  test('if the copy is given up while it is asked', async () => {
    const pending = await put(['a']);
    work(0).step();
    await passFence();
    world.copy.lose();
    expect(await end(pending)).toMatchObject({ engine: 'postgres', detour: 'building' });
  });

  test('if it refuses to say what has changed, and nothing goes on in the copy then', async () => {
    world.copy.fenceError = new DatabaseError('permission denied for table notes', 0, 'error');
    const pending = await put(['a']);
    work(0).step();
    await passFence();
    expect(wanted()).toBe(1);
    expect(await end(pending)).toMatchObject({ engine: 'postgres', detour: 'failed' });
    expect(world.failures).toEqual([world.copy.fenceError]);
  });

  test('if the sync fails', async () => {
    write('a');
    const pending = await put(['a']);
    await passFence();
    work(0).fail(new FluxionError('MIRROR_BEHIND', 'The disk is full.'));
    expect(await end(pending)).toMatchObject({ engine: 'postgres', detour: 'behind', rows: [{ writers: '3' }] });
    expect(world.failures).toHaveLength(1);
  });

  test('if the sync takes longer than the budget; it goes on, and its end is no concern of anybody', async () => {
    write('a');
    const pending = world.put(['a'], 'exact', { budgetMs: 3_600_000 });
    await world.settle();
    // It begins when the question is asked: the fence has used it up.
    vi.advanceTimersByTime(3_600_000);
    await passFence();
    await eventually(() => expect(wanted()).toBe(1));
    const sync = work(0);
    work(1).step();
    work(1).step();
    await world.settle();
    expect(answerOf(pending)).toMatchObject({ engine: 'postgres', detour: 'behind', rows: [{ writers: '3' }] });
    expect(world.steps.works).toEqual([sync]);
    sync.fail(new Error('lost'));
    await world.settle();
  });

  test('if it has lost what the copy has; what had been answered with counts no longer', async () => {
    write('a');
    await syncNow();
    await answerTo(['a']);
    world.forget();
    write('b');
    const answer = await answerTo(['a']);
    expect(answer).toMatchObject({ engine: 'postgres', detour: 'behind', rows: [{ writers: '' }] });
    world.copy.lose();
    world.copy.build();
    const later = await answerTo(['b'], { asOf: answer.asOf.snapshot });
    expect(later).toMatchObject({ engine: 'mirror', timings: { fenceMs: null }, rows: [{ writers: '2' }] });
  });
});

describe('a question fails', () => {
  test('if PostgreSQL is away, and leaves no query behind', async () => {
    world.copy.fenceError = new Error('Connection terminated unexpectedly');
    const pending = await put(['a']);
    await passFence();
    expect(pending.outcome).toEqual({ error: world.copy.fenceError });
    expect(world.steps.works).toEqual([]);
  });

  test.each(['1', '5:3:', 'x:y:'])('if asOf is no snapshot: %s', async (asOf) => {
    await expect(world.ask(writers, ['a'], { freshness: { asOf } })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('if asOf is of another database, and leaves no query behind', async () => {
    const pending = await put(['a'], { asOf: '9000:9000:' });
    await passFence();
    expect(pending.outcome).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(world.steps.works).toEqual([]);
  });

  test.each([-1, Number.NaN])('if a limit of time is %s', async (ms) => {
    const refused = { code: 'INVALID_INPUT' };
    await expect(world.ask(writers, ['a'], { freshness: { maxStalenessMs: ms } })).rejects.toMatchObject(refused);
    await expect(world.ask(writers, ['a'], { budgetMs: ms })).rejects.toMatchObject(refused);
  });
});

describe('a question that nobody waits for any longer ends with the reason, and leaves nothing but a sync behind', () => {
  test('before it begins', async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(world.ask(writers, ['a'], { signal })).rejects.toBe(signal.reason);
    expect(world.steps.works).toEqual([]);
  });

  test.each(['the copy', 'PostgreSQL'])('after any number of steps on the way to the answer of %s', async (engine) => {
    /** @returns whether it came to its answer before */
    const abortAfter = async (steps: number): Promise<boolean> => {
      world = new World({ judgesByNow: false, confirms: false });
      write('a');
      const pending = await put(['a']);
      if (engine === 'PostgreSQL') work(0).fail(new Error('Out of Memory Error'));
      for (let step = 0; step < steps; step++) {
        world.steps.works.at(-1)?.step();
        await world.settle();
      }
      if (pending.outcome) return true;
      const reason = new Error('gone');
      pending.abort.abort(reason);
      await world.settle();
      expect(pending.outcome).toEqual({ error: reason });
      expect(wanted()).toBe(0);
      expect(world.failures).not.toContain(reason);
      return false;
    };
    let steps = 0;
    while (!(await abortAfter(steps))) steps++;
    expect(steps).toBeGreaterThan(3);
  });
});
