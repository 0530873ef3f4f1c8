import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

/** Runs a query whose answer is small, such as one on the catalogue, and gives its rows as plain objects of DuckDB's values. */
export async function smallRows(connection: DuckDBConnection, sql: string): Promise<Record<string, DuckDBValue>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjects();
}

/** The same with every value in DuckDB's JSON form: numbers of 64 bits and decimals as strings, lists as arrays. */
export async function smallRowsJson(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson();
}
