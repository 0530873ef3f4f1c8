import { FluxionError } from '../../base/index.ts';
import type { Description } from '../description/description.ts';
import { feeds } from '../feeds/feeds.ts';
import { columnList } from './column-names.ts';
import { matchFeed, type Columns, type FeedMatch } from './match-feed.ts';
import { ofOneColumn } from './refusals.ts';

/**
 * Tells by the columns what feed a delivery is: the one that lacks nothing and takes at least half of them. Of several, the
 * one that takes all that the others take and more, or the same under our own names.
 * @throws FluxionError FEED_UNREADABLE if it is none, FEED_AMBIGUOUS if it may be several
 */
export function chooseFeed(description: Description, records: Columns, told: ReadonlyMap<string, number>): FeedMatch {
  const whole = Object.values(feeds)
    .filter((feed) =>
      namesNothingElse(
        feed.fields.map(({ name }) => name),
        description,
        told,
      ),
    )
    .map((feed) => matchFeed(feed, description, records, told))
    .filter(({ missing, columns }) => missing.length === 0 && columns.size * 2 >= records.columns.length);
  const candidates = whole.filter((match) => !whole.some((other) => surpasses(other, match)));
  const [best] = candidates;
  const seen = columnList(records.columns);
  if (best === undefined) {
    throw new FluxionError(
      'FEED_UNREADABLE',
      `What feed this is cannot be told from its columns: ${seen}. Say it with --feed or "feed" in feed.json.${ofOneColumn(records)}`,
    );
  }
  if (candidates.length === 1) return best;
  const names = candidates.map(({ feed }) => feed.name).join(' or ');
  throw new FluxionError(
    'FEED_AMBIGUOUS',
    `By its columns this may be ${names}: ${seen}. Say which with --feed or "feed" in feed.json.`,
  );
}

/** Whether all fields that are told are fields of the feed. */
function namesNothingElse(
  fields: readonly string[],
  description: Description,
  told: ReadonlyMap<string, number>,
): boolean {
  const named = [...told.keys(), ...Object.keys(description.constants), ...Object.keys(description.defaults)];
  return named.every((field) => fields.includes(field));
}

function surpasses(one: FeedMatch, other: FeedMatch): boolean {
  const columns = new Set(one.columns.values());
  const others = new Set(other.columns.values());
  if (!includes(columns, others)) return false;
  return columns.size > others.size || (one.own.size > other.own.size && includes(one.own, other.own));
}

function includes(all: ReadonlySet<number>, some: ReadonlySet<number>): boolean {
  return [...some].every((column) => all.has(column));
}
