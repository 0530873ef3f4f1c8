import type { FeedName } from '../../feeds/feed-spec.ts';
import type { Told } from '../../description/told.ts';
import type { Limits } from '../exchange/limits.ts';

/** How the next page is asked for. */
export type Paging =
  | { readonly by: 'none' }
  /** {page} counts from `from`. */
  | { readonly by: 'number'; readonly from: number; readonly size: number | undefined }
  /** {offset} counts rows from 0. */
  | { readonly by: 'offset'; readonly size: number }
  /** {cursor} is what the page before tells at this path. */
  | { readonly by: 'cursor'; readonly at: readonly string[] }
  /** The header Link tells the next address, as rel="next". */
  | { readonly by: 'link' }
  /** The page tells the next address at this path. */
  | { readonly by: 'next'; readonly at: readonly string[] };

/** Which stores a source is asked for. */
export interface SourceStores {
  /** By id or code; undefined: every store that is active. */
  readonly only: readonly string[] | undefined;
  /** What {store} is, where it is not the store's id or code. */
  readonly texts: Readonly<Record<string, string>>;
  readonly as: 'id' | 'codigo';
}

/** When the schedule asks a source; an absent entry: never. */
export interface SourceSchedule {
  /** For each store's current day. */
  readonly everyMinutes?: number;
  /** For the whole previous day, HH:MM of the store's own clock. */
  readonly dailyAt?: string;
}

/** An HTTP source, checked and with what its author left out. Its texts hold the names of secrets, no secrets. */
export interface Source {
  readonly name: string;
  readonly feed: FeedName;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly format: 'json' | 'ndjson' | 'csv';
  /** Where the rows are in JSON; empty: the document is the list. */
  readonly rows: readonly string[];
  readonly paging: Paging;
  readonly stores: SourceStores;
  readonly schedule: SourceSchedule;
  readonly limits: Limits;
  /** How often a page is asked for before it is given up. */
  readonly attempts: number;
  /** How the rows are understood. */
  readonly told: Told;
}
