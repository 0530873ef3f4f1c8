import type { DuckDBConnection } from '@duckdb/node-api';

export type RecordFormat = 'csv' | 'ndjson' | 'json' | 'parquet' | 'xlsx';

/** A record that has no fields: what is wrong with its line. */
export interface UnreadableRecord {
  /** The line in the file that it begins at, from 1; in XLSX and Parquet the row's number. */
  readonly line: number;
  /** One clause: 'has 7 fields instead of 8'. */
  readonly reason: string;
  /** The line as it stands, at most `rawTextLimit` characters of it. */
  readonly text: string;
}

/** More of a line is not kept. */
export const rawTextLimit = 4096;

export interface StageOptions {
  readonly duck: DuckDBConnection;
  /** The table to make, quoted: `line BIGINT` and a VARCHAR for each field, NULL where the field is empty or absent. */
  readonly table: string;
  /** Which of the delivery's columns, by their index, and what they are called in the table. */
  readonly fields: readonly { readonly name: string; readonly column: number }[];
  readonly onUnreadable: (record: UnreadableRecord) => void;
  /** Called with numbers of records as they are read. */
  readonly onRecords?: (records: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What a delivery holds, once its format is recognised. Nothing of it is kept in memory. */
export interface Records {
  readonly format: RecordFormat;
  /** How it is read, for people: `{ delimiter: ';', encoding: 'windows-1252', header: 'line 1', sheet: 'Hoja1' }`. */
  readonly recognised: Readonly<Record<string, string>>;
  /** The header's names; without a header '1', '2', ... In JSON the paths of the first records' values, in dots. */
  readonly columns: readonly string[];
  /**
   * The names by which columns are looked for where these are not the ones that they are told by: in JSON, of the objects
   * that become lines, without the name of their array.
   */
  readonly names?: readonly string[];
  /** Where there is no header that could name columns, they are told by number. */
  readonly hasHeader: boolean;
  /**
   * Puts the wanted columns into a table of DuckDB, a row for each record, in their order.
   * @returns how many records there are, with those that could not be read
   * @throws FluxionError SOURCE_CORRUPT if the file ends in the middle or cannot be read further
   */
  stage(options: StageOptions): Promise<number>;
  /** Where a line is that stands for one of several files; without it lines are those of the delivery itself. */
  readonly place?: (line: number) => { readonly file: string; readonly line: number };
  /** The raw text of records, by the line that each begins at; at most `rawTextLimit` characters of each. */
  textOf(lines: ReadonlySet<number>): Promise<ReadonlyMap<number, string>>;
}
