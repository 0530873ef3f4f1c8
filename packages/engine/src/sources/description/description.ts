import type { FeedName } from '../feeds/feed-spec.ts';

/** How values are written in a delivery. What is not said is recognised, or asked for where it is ambiguous. */
export interface ValueFormats {
  /** Order of day, month and year: 'ymd', 'dmy' or 'mdy'. */
  readonly dateOrder?: 'ymd' | 'dmy' | 'mdy';
  /** The decimal separator; the other one of the two separates thousands. */
  readonly decimal?: '.' | ',';
  /** Texts that mean yes and no, besides those that are known. */
  readonly trueTexts?: readonly string[];
  readonly falseTexts?: readonly string[];
  /** Texts that mean no value, besides the empty one. */
  readonly nullTexts?: readonly string[];
  /** What becomes of decimals that a column has no room for: their line is rejected, unless 'round'. */
  readonly excessDecimals?: 'reject' | 'round';
}

/** How the bytes are read. What is not said is recognised. */
export interface FileFormat {
  readonly format?: 'csv' | 'ndjson' | 'json' | 'parquet' | 'xlsx';
  /** utf-8, windows-1252, utf-16le or utf-16be. */
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quote?: string;
  readonly header?: boolean;
  /** The name of the XLSX sheet. */
  readonly sheet?: string;
  /** The path to the array of rows in a JSON document, in dots: 'data.items'. */
  readonly rows?: string;
}

/** What is known of a delivery: from feed.json, from flags (which win), from its path, or from the source. */
export interface Description {
  readonly feed?: FeedName;
  /** The store's id or code, if the delivery is of one store. */
  readonly store?: string;
  /** True if feed.json names the store: one that is unknown so far is then created, flagged. */
  readonly createsStore?: boolean;
  /** The store's zone, if the store is to be created, or naive times are of another zone than the store's. */
  readonly timezone?: string;
  /** The business date, if the delivery is of one day: YYYY-MM-DD. */
  readonly date?: string;
  /** Our field: their column, by name or by number from 1. */
  readonly columns: Readonly<Record<string, string | number>>;
  /** Our field: the text that all lines have. */
  readonly constants: Readonly<Record<string, string>>;
  /** Our field: the text that stands for a missing one. */
  readonly defaults: Readonly<Record<string, string>>;
  readonly values: ValueFormats;
  readonly file: FileFormat;
  /** Files of one call that hold the same store-day are its parts, instead of contradicting each other. */
  readonly parts: boolean;
  /** A stock count of some products only: the others keep their stock. */
  readonly partial: boolean;
  /** Where store and date are from, for people: "the file's name". */
  readonly origins?: { readonly store?: string; readonly date?: string };
}
