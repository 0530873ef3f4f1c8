import type { Clock } from '../clock.ts';
import type { Source } from '../define/source.ts';
import type { Secrets } from '../define/template.ts';

/** A store that is asked for. */
export interface AskedStore {
  readonly id: string;
  readonly codigo: string;
}

export interface AskOptions {
  readonly source: Source;
  /** Undefined only for feeds that are not of one store. */
  readonly store: AskedStore | undefined;
  /** The business date that is asked for, YYYY-MM-DD. */
  readonly date: string;
  /** An existing folder. The answer is kept there in a file as long as the delivery is to be read. */
  readonly folder: string;
  /** Looks up variables of the environment. */
  readonly secrets: Secrets;
  readonly signal?: AbortSignal | undefined;
  /** Only the first page: for a look at the source. */
  readonly firstPageOnly?: boolean;
  /** For tests. */
  readonly clock?: Clock;
}

/** What a source is asked for. */
export interface Asked {
  /** What {store} stands for; undefined for feeds that are not of one store. */
  readonly store: string | undefined;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** The day after. */
  readonly dateNext: string;
}

/** What is asked of a source, as far as its pages are concerned. */
export type PagesOptions = Required<Pick<AskOptions, 'source' | 'folder' | 'secrets' | 'clock'>> &
  Pick<AskOptions, 'firstPageOnly'> & { readonly asked: Asked; readonly signal: AbortSignal };

/** What all pages hold together. */
export interface AllPages {
  readonly path: string;
  /** SHA-256 of the answers in their order, in hex. */
  readonly digest: string;
  /** Of the answers. */
  readonly bytes: number;
  /** Rows; of CSV and NDJSON lines that are not blank. */
  readonly rows: number;
}
