import { isBusinessDate, present } from '../../base/index.ts';
import { encodingNamed } from '../bytes/index.ts';
import { feedNames, isFeedName, type FeedName } from '../feeds/feed-spec.ts';
import { feeds } from '../feeds/feeds.ts';
import type { Description, FileFormat, ValueFormats } from './description.ts';
import type { FeedEntry } from './feed-file-schema.ts';
import { didYouMean, type Fail } from './problems.ts';
import { zoneProblem } from './zones.ts';

/** What one who knows the deliveries has told: feed.json, or the flags of a command. */
export type Told = Pick<Description, 'columns' | 'constants' | 'defaults' | 'values' | 'file'> &
  Partial<Pick<Description, 'feed' | 'store' | 'timezone' | 'date' | 'parts' | 'partial'>>;

export const nothingTold: Told = { columns: {}, constants: {}, defaults: {}, values: {}, file: {} };

/**
 * Understands an entry of feed.json. The store and the date as constants are the delivery's store and date.
 * @throws what `fail` makes of a name that is not known, or of entries that contradict each other
 */
export function toldBy(entry: FeedEntry, fail: Fail): Told {
  const feed = feedOf(entry, fail);
  const { ubicacion_id, fecha, ...constants } = texts(entry.constants);
  const store = oneOfTwo(entry.store, ubicacion_id, 'constants.ubicacion_id', fail);
  const date = oneOfTwo(entry.date, fecha, 'constants.fecha', fail);
  checkFields(entry, feed, fail);
  if (date !== undefined && !isBusinessDate(date)) {
    throw fail(entry.date === undefined ? 'constants.fecha' : 'date', `must be a day as YYYY-MM-DD, not "${date}"`);
  }
  const zone = entry.timezone === undefined ? undefined : zoneProblem(entry.timezone);
  if (zone !== undefined) throw fail('timezone', zone);
  return {
    ...present({ feed, store, date, timezone: entry.timezone, parts: entry.parts, partial: entry.partial }),
    columns: entry.columns ?? {},
    constants,
    defaults: texts(entry.defaults),
    values: valuesOf(entry.formats),
    file: fileOf(entry, fail),
  };
}

function feedOf({ feed }: FeedEntry, fail: Fail): FeedName | undefined {
  if (feed === undefined || isFeedName(feed)) return feed;
  const hint = didYouMean(feed, feedNames) || `: there are ${feedNames.join(', ')}`;
  throw fail('feed', `is no kind of feed: "${feed}"${hint}`);
}

function oneOfTwo(one: string | undefined, other: string | undefined, path: string, fail: Fail): string | undefined {
  if (one !== undefined && other !== undefined && one !== other) throw fail(path, `contradicts "${one}"`);
  return one ?? other;
}

/** Every field that is named must be one of the feed, or of any feed where it is not told which; and have one origin. */
function checkFields(entry: FeedEntry, feed: FeedName | undefined, fail: Fail): void {
  const specs = feed === undefined ? Object.values(feeds) : [feeds[feed]];
  const known = [...new Set(specs.flatMap(({ fields }) => fields.map(({ name }) => name)))];
  for (const part of ['columns', 'constants', 'defaults'] as const) {
    for (const field of Object.keys(entry[part] ?? {})) {
      if (known.includes(field)) continue;
      const whose = feed === undefined ? 'of any feed' : `of the feed ${feed}`;
      const hint = didYouMean(field, known) || (feed === undefined ? '' : `: there are ${known.join(', ')}`);
      throw fail(`${part}.${field}`, `is no field ${whose}${hint}`);
    }
  }
  const twice = Object.keys(entry.constants ?? {}).find((field) => entry.columns?.[field] !== undefined);
  if (twice !== undefined) throw fail(`constants.${twice}`, 'is told to be a column too: leave one out');
}

function texts(record: FeedEntry['constants']): Record<string, string> {
  return Object.fromEntries(Object.entries(record ?? {}).map(([field, value]) => [field, String(value)]));
}

const dateOrders = { 'D/M/Y': 'dmy', 'M/D/Y': 'mdy', 'Y-M-D': 'ymd' } as const;

function valuesOf(formats: FeedEntry['formats'] = {}): ValueFormats {
  return present({
    dateOrder: formats.date && dateOrders[formats.date],
    decimal: formats.decimal,
    trueTexts: formats.true,
    falseTexts: formats.false,
    nullTexts: formats.null,
    excessDecimals: formats.excessDecimals,
  });
}

function fileOf(entry: FeedEntry, fail: Fail): FileFormat {
  const { format, quote, header, sheet, rows } = entry;
  return present({
    format,
    encoding: encodingOf(entry, fail),
    delimiter: delimiterOf(entry, fail),
    quote,
    header,
    sheet,
    rows,
  });
}

function encodingOf({ encoding }: FeedEntry, fail: Fail): string | undefined {
  if (encoding === undefined) return undefined;
  const known = encodingNamed(encoding);
  if (known !== undefined) return known;
  throw fail('encoding', `must be utf-8, windows-1252, utf-16le or utf-16be, not "${encoding}"`);
}

function delimiterOf({ delimiter }: FeedEntry, fail: Fail): string | undefined {
  if (delimiter === undefined) return undefined;
  if (delimiter === 'tab' || delimiter === String.raw`\t`) return '\t';
  if (/^[^\r\n"]$/u.test(delimiter)) return delimiter;
  throw fail('delimiter', `must be one character, or tab, not "${delimiter}"`);
}
