import fc from 'fast-check';
import { DatabaseError } from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FluxionError } from '../../base/index.ts';
import type { Freshness } from '../answer.ts';
import { snapshotText } from '../snapshot/snapshot.ts';
import { World, type Pending } from './testing/world.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Action = (world: World, pick: number) => unknown;

function one<T>(items: readonly T[], pick: number): T | undefined {
  return items[pick % Math.max(1, items.length)];
}

const asked: readonly (readonly string[])[] = [['a'], ['b'], ['a', 'b']];

function put(freshness: (world: World, pick: number) => Freshness): Action {
  return (world, pick) => world.put(one(asked, pick) ?? [], freshness(world, pick >> 2));
}

/** What an engine, a fence or a sync may fail with. */
const failures = [
  new DatabaseError('canceling statement due to lock timeout', 0, 'error'),
  new Error('Connection terminated unexpectedly'),
  new FluxionError('MIRROR_BUSY', 'Too many wait.'),
];

const step: Action = ({ steps }, pick) => one(steps.works, pick)?.step();
const begin: Action = ({ server }, pick) => void server.begin(pick % 2 ? 'a' : 'b');

/** All that happens in the world, the more often the likelier. */
const actions: Readonly<Record<string, Action>> = {
  step,
  stepOther: step,
  stepThird: step,
  begin,
  commit: ({ server }, pick) => {
    const xid = one(server.running, pick);
    if (xid !== undefined) server.end(xid, 'commit');
  },
  rollBack: ({ server }, pick) => {
    const xid = one(server.running, pick);
    if (xid !== undefined) server.end(xid, 'roll back');
  },
  other: ({ server }) => server.other(),
  pass: (_, pick) => void vi.advanceTimersByTime(pick % 2000),
  sync: ({ copy }) => void copy.sync().catch(() => {}),
  lose: ({ copy }, pick) => pick % 3 === 0 && copy.lose(),
  build: ({ copy }) => copy.build(),
  fail: ({ steps }, pick) => one(steps.works, pick)?.fail(one(failures, pick >> 3)),
  abort: ({ questions }, pick) => one(questions, pick)?.abort.abort(new Error('nobody waits any longer')),
  putExact: put(() => 'exact'),
  putExactAgain: put(() => 'exact'),
  putStale: put((_, pick) => ({ maxStalenessMs: [0, 300, 3000, 1e6][pick % 4] ?? 0 })),
  note: (world) => world.noted.push(snapshotText(world.server.now().snapshot)),
  putAsOf: put((world, pick) => ({ asOf: one(world.noted, pick) ?? '3:3:' })),
  putBoth: put((world, pick) => ({ asOf: one(world.noted, pick) ?? '3:3:', maxStalenessMs: pick % 3000 })),
};

/** What is wrong with how a question ended. */
function faultsOf(world: World, { due, outcome, abort }: Pending): unknown[] {
  if (!outcome) return ['it never ended'];
  if ('answer' in outcome) return world.faults(due, outcome.answer);
  const isExpected = failures.some((failure) => failure === outcome.error);
  return isExpected || (abort.signal.aborted && outcome.error === abort.signal.reason) ? [] : [outcome.error];
}

/** Counts the ways in which questions were answered. */
function count(kinds: Map<string, number>, outcome: Pending['outcome']): void {
  if (!outcome || 'error' in outcome) return;
  const { engine, detour = '', timings } = outcome.answer;
  const way = [engine, detour, timings.fenceMs !== null && 'fence', timings.syncMs !== null && 'sync'];
  const name = way.filter(Boolean).join(' ');
  kinds.set(name, (kinds.get(name) ?? 0) + 1);
}

test('an answer is of the state that it claims, as fresh as wanted, and never behind an earlier one, in whatever order things happen', async () => {
  const kinds = new Map<string, number>();
  const steps = fc.array(fc.record({ action: fc.constantFrom(...Object.keys(actions)), pick: fc.nat(9999) }), {
    minLength: 20,
    maxLength: 120,
  });
  const habits = fc.record({ judgesByNow: fc.boolean(), confirms: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(habits, steps, async (copy, taken) => {
      const world = new World(copy);
      for (const { action, pick } of taken) {
        actions[action]?.(world, pick);
        await world.settle();
      }
      await world.finish();
      // Only syncs go on when nobody waits.
      expect(world.steps.works.filter(({ isStoppable }) => isStoppable)).toEqual([]);
      expect(world.questions.flatMap((question) => faultsOf(world, question))).toEqual([]);
      for (const { outcome } of world.questions) count(kinds, outcome);
    }),
    { numRuns: 200 },
  );
  // None of the ways to an answer may have been left out.
  for (const way of ['mirror', 'mirror fence', 'mirror fence sync', 'postgres building', 'postgres failed fence']) {
    expect(kinds.get(way) ?? 0).toBeGreaterThan(10);
  }
}, 60_000);
