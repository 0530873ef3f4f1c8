import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * Runs a query whose answer is small, such as one on the catalogue.
 * @returns its rows as objects in DuckDB's JSON form: 64-bit numbers and decimals as strings, lists as arrays
 */
export async function smallRowsJson(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson();
}
