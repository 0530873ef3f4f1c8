import { checkerOf } from '../../description/feed-entry.ts';
import type { Fail } from '../../description/problems.ts';
import { toldBy } from '../../description/told.ts';
import type { FeedName } from '../../feeds/feed-spec.ts';
import type { Limits } from '../exchange/limits.ts';
import { checkRequest } from './check-request.ts';
import { sourceSchema, type SourceEntry } from './source-schema.ts';
import type { Paging, Source, SourceSchedule, SourceStores } from './source.ts';

const checkedEntry = checkerOf(sourceSchema);

/**
 * Understands the description of a source.
 * @throws what `fail` makes of the first thing that is wrong, by its path in the description
 */
export function sourceOf(name: string, value: unknown, fail: Fail): Source {
  const entry = checkedEntry(value, fail);
  const { url, method = 'GET', headers = {}, body, format = 'json', rows } = entry;
  const told = toldBy(feedEntryOf(entry), fail);
  const { feed } = told;
  if (feed === undefined) throw fail('feed', 'is missing');
  if (rows !== undefined && format !== 'json') throw fail('rows', 'has a meaning only in JSON');
  const numbered = Object.entries(told.columns).find(([, column]) => format !== 'csv' && typeof column === 'number');
  if (numbered !== undefined) throw fail(`columns.${numbered[0]}`, 'must be a name: what JSON holds has no order');
  const source: Source = {
    name,
    feed,
    url,
    method,
    headers,
    body,
    format,
    rows: pathOf(rows),
    paging: pagingOf(entry, fail),
    stores: storesOf(entry),
    schedule: entry.schedule ?? scheduleOf(feed),
    limits: limitsOf(entry),
    attempts: entry.limits?.attempts ?? 5,
    // Whatever the source answers with, its rows are kept as NDJSON or CSV.
    told: { ...told, file: { ...told.file, format: format === 'csv' ? 'csv' : 'ndjson' } },
  };
  checkRequest(source, fail);
  return source;
}

/** The entries that feed.json has too. */
function feedEntryOf(entry: SourceEntry) {
  const { feed, columns, constants, defaults, formats, timezone, encoding, delimiter, quote, header, partial } = entry;
  const all = { feed, columns, constants, defaults, formats, timezone, encoding, delimiter, quote, header, partial };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function pathOf(dotted: string | undefined): readonly string[] {
  return dotted === undefined ? [] : dotted.split('.');
}

function pagingOf({ pages, format = 'json' }: SourceEntry, fail: Fail): Paging {
  if (pages === undefined) return { by: 'none' };
  const { by, from = 1, size, at } = pages;
  const wants = {
    at: by === 'cursor' || by === 'next',
    from: by === 'number',
    size: by === 'number' || by === 'offset',
  };
  for (const name of ['at', 'from', 'size'] as const) {
    if (pages[name] !== undefined && !wants[name]) throw fail(`pages.${name}`, `has no meaning where "by" is "${by}"`);
  }
  if (by === 'none' || by === 'link') return { by };
  if (by === 'number') return { by, from, size };
  if (by === 'offset') {
    if (size === undefined) throw fail('pages.size', 'is missing: how many rows does a page have?');
    return { by, size };
  }
  if (at === undefined)
    throw fail('pages.at', `is missing: where does a page tell ${by === 'next' ? 'the next address' : 'the cursor'}?`);
  if (format !== 'json') throw fail('pages.by', `can be "${by}" only in JSON`);
  return { by, at: pathOf(at) };
}

function storesOf({ stores, storeAs = 'id' }: SourceEntry): SourceStores {
  if (stores === undefined) return { only: undefined, texts: {}, as: storeAs };
  if (Array.isArray(stores)) return { only: stores, texts: {}, as: storeAs };
  return { only: Object.keys(stores), texts: stores as Record<string, string>, as: storeAs };
}

/** What a source is asked by the schedule unless its description says otherwise. */
function scheduleOf(feed: FeedName): SourceSchedule {
  if (feed === 'inventario') return { everyMinutes: 30 };
  const isSales = ['ventas', 'facturas', 'movimientos'].includes(feed);
  return isSales ? { everyMinutes: 60, dailyAt: '03:00' } : { dailyAt: '03:00' };
}

function limitsOf({ limits = {} }: SourceEntry): Limits {
  const {
    connectSeconds = 10,
    firstByteSeconds = 60,
    idleSeconds = 30,
    totalSeconds = 1800,
    megabytes = 2048,
  } = limits;
  return {
    connectMs: connectSeconds * 1000,
    firstByteMs: firstByteSeconds * 1000,
    idleMs: idleSeconds * 1000,
    totalMs: totalSeconds * 1000,
    maxBytes: megabytes * 1_000_000,
    maxPages: limits.pages ?? 10_000,
  };
}
