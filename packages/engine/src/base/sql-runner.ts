/**
 * Runs one SQL statement with `$1` parameters: a pool, a client inside a transaction, or anything that behaves so.
 * `Row` is what the caller knows of its own SELECT list; nothing checks it.
 */
export interface SqlRunner {
  query<Row extends object>(sql: string, parameters?: unknown[]): Promise<{ rows: Row[] }>;
}
