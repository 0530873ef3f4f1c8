import type { Description } from '../description/description.ts';
import { feeds } from '../feeds/feeds.ts';
import { chooseFeed } from './choose-feed.ts';
import type { Mapping } from './mapping.ts';
import { matchFeed, type Columns } from './match-feed.ts';
import { refuseDoubts, refuseForeignFields, refuseMissing } from './refusals.ts';
import { toldColumns } from './told-columns.ts';

/**
 * Finds out what feed a delivery is, if that is not known, and which of its columns is which of our fields: those that are
 * told, then those that are called as ours, then the aliases. Names are compared without case, accents and signs.
 * @throws FluxionError FEED_UNREADABLE if a field is missing or told to be where it is not, FEED_AMBIGUOUS if the feed or a
 * field could be several
 */
export function matchColumns(description: Description, records: Columns): Mapping {
  const known = description.feed;
  // An answer `[]` has no lines, and so no columns that could be missing.
  const isVoid = records.columns.length === 0 && known !== undefined;
  const told = isVoid ? new Map<string, number>() : toldColumns(description.columns, records.columns);
  const match =
    known === undefined ? chooseFeed(description, records, told) : matchFeed(feeds[known], description, records, told);
  if (known !== undefined) refuseForeignFields(match, description);
  refuseDoubts(match, records);
  if (!isVoid) refuseMissing(match, records);
  const used = new Set(match.columns.values());
  const origins = match.feed.fields.flatMap(({ name }) => {
    const origin = match.originOf(name);
    return origin === undefined ? [] : [[name, origin] as const];
  });
  return {
    feed: match.feed,
    columns: match.columns,
    constants: description.constants,
    defaults: description.defaults,
    unused: records.columns.filter((_, index) => !used.has(index)),
    origins: Object.fromEntries(origins),
  };
}
