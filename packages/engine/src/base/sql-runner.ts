/**
 * A statement that each connection plans once and keeps by its name: for one that is asked all the time, and whose best plan is
 * the same whatever its parameters. Planning a large one takes longer than running it. Its columns are cast to types without a
 * length: what a connection has prepared fails once its rows would be of other types, as when a column is made wider.
 */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs one SQL statement with `$1` parameters: a pool, a client inside a transaction, or anything that behaves so.
 * `Row` is what the caller knows of its own SELECT list; nothing checks it.
 */
export interface SqlRunner {
  query<Row extends object>(sql: string | PreparedStatement, parameters?: unknown[]): Promise<{ rows: Row[] }>;
}

/** Rows of a table, each the values of its columns in their order: as PostgreSQL's driver gives them, or as JSON has them. */
export type Batch = readonly (readonly (string | number | boolean | null)[])[];

/** Runs a SELECT and gives its rows a batch at a time, so that its result may be of any size. */
export interface RowStreamer {
  /** Dates, instants and decimals are texts. The statement ends when the reading does. */
  stream(sql: string, parameters?: readonly unknown[]): AsyncIterable<Batch>;
}
