import type { Description } from '../../description/description.ts';
import { feeds } from '../../feeds/feeds.ts';
import type { FeedName } from '../../feeds/feed-spec.ts';
import { fillRawTable } from '../../records/raw-table.ts';
import type { Records } from '../../records/records.ts';

/** A list of no rows tells no columns: it has whatever the feed wants, and no record. */
export function emptyRecords(feed: FeedName, { columns, constants }: Description): Records {
  const others = feeds[feed].fields
    .map(({ name }) => name)
    .filter((name) => !(name in columns) && !(name in constants));
  return {
    format: 'json',
    recognised: {},
    columns: [...new Set([...Object.values(columns).map(String), ...others])],
    hasHeader: true,
    stage: (options) => fillRawTable(options, () => 0),
    textOf: async () => new Map(),
  };
}
