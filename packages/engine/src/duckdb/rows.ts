import type { DuckDBConnection } from '@duckdb/node-api';
import { QueryError } from './query-error.ts';

/**
 * Runs a query whose answer is small, such as one on the catalogue.
 * @returns its rows as objects in DuckDB's JSON form: 64-bit numbers and decimals as strings, lists as arrays
 * @throws QueryError
 */
export async function smallRowsJson(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  try {
    const reader = await connection.runAndReadAll(sql);
    return reader.getRowObjectsJson();
  } catch (error) {
    throw new QueryError(sql, error);
  }
}
