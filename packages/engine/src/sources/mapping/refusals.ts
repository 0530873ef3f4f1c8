import { FluxionError } from '../../base/index.ts';
import type { Description } from '../description/description.ts';
import type { FeedSpec } from '../feeds/feed-spec.ts';
import { columnList } from './column-names.ts';
import type { Columns, FeedMatch } from './match-feed.ts';

/** Flags may name fields before it is known of which feed. @throws FluxionError FEED_UNREADABLE */
export function refuseForeignFields({ feed }: FeedMatch, { columns, constants, defaults }: Description): void {
  const fields = feed.fields.map(({ name }) => name);
  const foreign = [columns, constants, defaults].flatMap(Object.keys).find((field) => !fields.includes(field));
  if (foreign === undefined) return;
  throw new FluxionError(
    'FEED_UNREADABLE',
    `The feed ${feed.name} has no field "${foreign}": there are ${fields.join(', ')}.`,
  );
}

/** Refuses to choose between columns. @throws FluxionError FEED_AMBIGUOUS */
export function refuseDoubts({ doubts }: FeedMatch, records: Columns): void {
  const [doubt] = doubts;
  if (doubt === undefined) return;
  const { field, columns } = doubt;
  const [first] = columns;
  throw new FluxionError(
    'FEED_AMBIGUOUS',
    `Several columns may be ${field}: ${columns.map((index) => `${records.columns[index]} (number ${index + 1})`).join(', ')}. ` +
      `Say which in feed.json, as in "columns": {"${field}": ${(first ?? 0) + 1}}, or with --column ${field}=${(first ?? 0) + 1}.`,
  );
}

/** Refuses a delivery that lacks what its feed needs. @throws FluxionError FEED_UNREADABLE with what to say, and where */
export function refuseMissing({ feed, missing: groups }: FeedMatch, records: Columns): void {
  if (groups.length === 0) return;
  const lacks = groups.map((group) => lackOf(feed, group)).join(', ');
  const [example = ''] = groups[0] ?? [];
  const theirs = records.hasHeader ? 'THEIR NAME' : '1';
  const inJson = records.hasHeader ? `"${theirs}"` : theirs;
  const whole = groups.flatMap(([field = '']) => ofWhole[field] ?? []).map((text) => `, or ${text}`);
  const number = records.hasHeader ? '' : ' There is no header: columns are told by number.';
  throw new FluxionError(
    'FEED_UNREADABLE',
    `The feed ${feed.name} needs ${lacks}, which none of its columns is called: ${columnList(records.columns)}. ` +
      `Say it in feed.json, as in "columns": {"${example}": ${inJson}}, or with --column "${example}=${theirs}"${whole.join('')}.${number}${ofOneColumn(records)}`,
  );
}

function lackOf(feed: FeedSpec, group: readonly string[]): string {
  const product = feed.fields.find(({ name }) => name === group[0])?.product;
  return (
    group.join(' or ') + (product === undefined ? '' : ` (or ${product.join(' and ')}, of which it is the product)`)
  );
}

/** What else may be the matter with a CSV file of one column. */
export function ofOneColumn({ format, columns }: Columns): string {
  if (format !== 'csv' || columns.length !== 1) return '';
  return ' It seems to have one column only: take away lines above its header, or tell its --delimiter.';
}

/** How to tell fields that are the same in all of a file. */
const ofWhole: Readonly<Record<string, string>> = {
  ubicacion_id: 'with --store if all of it is of one store',
  fecha: 'with --date if all of it is of one day',
};
