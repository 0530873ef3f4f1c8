import type { Description } from '../description/description.ts';
import type { FeedSpec } from '../feeds/feed-spec.ts';
import type { Records } from '../records/records.ts';
import { missingFields, originsOf, type OriginOf } from './delivered.ts';
import { findColumns, type Doubt } from './find-columns.ts';

/** What a delivery is known by: its columns. */
export type Columns = Pick<Records, 'columns' | 'names' | 'hasHeader'> & Partial<Pick<Records, 'format'>>;

/** A delivery taken for one of a feed. */
export interface FeedMatch {
  readonly feed: FeedSpec;
  readonly columns: ReadonlyMap<string, number>;
  /** Indexes of the columns that are found under a name of ours, not an alias. */
  readonly own: ReadonlySet<number>;
  readonly originOf: OriginOf;
  readonly missing: readonly (readonly string[])[];
  readonly doubts: readonly Doubt[];
}

/** Takes a delivery for one of the feed, whether or not it is one. `told` are the columns that are told. */
export function matchFeed(
  feed: FeedSpec,
  description: Description,
  records: Columns,
  told: ReadonlyMap<string, number>,
): FeedMatch {
  const found = findColumns(feed, records.hasHeader ? (records.names ?? records.columns) : [], {
    skip: new Set([...told.keys(), ...Object.keys(description.constants)]),
    taken: new Set(told.values()),
  });
  const columns = new Map([...told, ...found.columns]);
  const label = (index: number) => `column ${records.columns[index] ?? index + 1}`;
  const originOf = originsOf(feed, description, columns, label);
  return {
    feed,
    columns,
    own: new Set([...found.own].flatMap((field) => columns.get(field) ?? [])),
    originOf,
    missing: missingFields(feed, originOf),
    doubts: found.doubts,
  };
}
