import fc from 'fast-check';
import { tableNames } from './tables.ts';
import { alteration, change, type Write } from './writes.ts';

/** What a question is to include: all, what was committed so long ago, or what an answer or a writer has seen before. */
export type Wish =
  | { readonly kind: 'exact' }
  | { readonly kind: 'stale'; readonly ms: number }
  | { readonly kind: 'since'; readonly whom: 'answer' | 'writer'; readonly ms: number | null };

/** What a question is about; the columns are those of the moment. */
export interface About {
  readonly tables: readonly string[];
  readonly shop: string | null;
  readonly until: string | null;
  readonly sums: boolean;
}

export type Step =
  | { readonly kind: 'write'; readonly writer: number; readonly write: Write }
  | { readonly kind: 'begin'; readonly writer: number; readonly how: string }
  | { readonly kind: 'commit' | 'rollback' | 'savepoint' | 'back'; readonly writer: number }
  | {
      readonly kind: 'ask';
      readonly about: About;
      readonly wish: Wish;
      readonly budgetMs: number;
      readonly waits: boolean;
    }
  | { readonly kind: 'sync'; readonly waits: boolean }
  | { readonly kind: 'rebuild'; readonly table: string | null }
  | { readonly kind: 'prune'; readonly most: number }
  | { readonly kind: 'settle' | 'reopen' }
  /** The mirror's process, after it has been told something. */
  | { readonly kind: 'kill'; readonly within: 'sync' | 'rebuild' | 'nothing'; readonly afterMs: number }
  /** A session of PostgreSQL's, or all of it. */
  | { readonly kind: 'crash'; readonly whom: 'session' | 'server' };

export const writers = 4;

const writer = fc.nat(writers - 1);
const how = fc.constantFrom('', '', 'ISOLATION LEVEL REPEATABLE READ', 'ISOLATION LEVEL SERIALIZABLE');

const about: fc.Arbitrary<About> = fc.record({
  tables: fc.subarray([...tableNames], { minLength: 1 }),
  shop: fc.option(fc.constantFrom('A', 'B', 'C', 'D'), { freq: 2 }),
  until: fc.option(fc.constantFrom('2024-01-31', '2024-02-02', '2024-12-31'), { freq: 2 }),
  sums: fc.boolean(),
});
const ms = fc.constantFrom(0, 20, 100, 1000, 1e9);
const wish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'exact' } as const) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('stale' as const), ms }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('since' as const),
      whom: fc.constantFrom('answer' as const, 'writer' as const),
      ms: fc.option(ms),
    }),
  },
);
const ask = fc.record({
  kind: fc.constant('ask' as const),
  about,
  wish,
  budgetMs: fc.constantFrom(0, 50, 1500, 1500),
  waits: fc.boolean(),
});

/** How often a step is taken that costs much. */
export interface Frequencies {
  readonly kill: number;
  readonly crash: number;
}

export function stepOf({ kill, crash }: Frequencies): fc.Arbitrary<Step> {
  const of = <Kind extends string>(kind: Kind) => fc.record({ kind: fc.constant(kind), writer });
  return fc.oneof(
    { weight: 300, arbitrary: fc.record({ kind: fc.constant('write'), writer, write: change }) },
    { weight: 40, arbitrary: fc.record({ kind: fc.constant('write'), writer, write: alteration }) },
    { weight: 70, arbitrary: fc.record({ kind: fc.constant('begin'), writer, how }) },
    { weight: 70, arbitrary: of('commit') },
    { weight: 25, arbitrary: of('rollback') },
    { weight: 20, arbitrary: of('savepoint') },
    { weight: 15, arbitrary: of('back') },
    { weight: 300, arbitrary: ask },
    { weight: 40, arbitrary: fc.record({ kind: fc.constant('sync'), waits: fc.boolean() }) },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('rebuild'),
        table: fc.option(fc.constantFrom(...tableNames), { freq: 4 }),
      }),
    },
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('prune'), most: fc.constantFrom(1, 10, 1000, 1000) }) },
    { weight: 60, arbitrary: fc.constant({ kind: 'settle' } as const) },
    { weight: kill, arbitrary: fc.constant({ kind: 'reopen' } as const) },
    {
      weight: kill,
      arbitrary: fc.record({
        kind: fc.constant('kill'),
        within: fc.constantFrom('sync', 'sync', 'rebuild', 'nothing'),
        afterMs: fc.nat(40),
      }),
    },
    {
      weight: crash,
      arbitrary: fc.record({
        kind: fc.constant('crash'),
        whom: fc.constantFrom('session', 'session', 'session', 'server'),
      }),
    },
  );
}
