import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { inDuckTransaction } from '../duckdb/index.ts';
import { inTransaction } from '../postgres/index.ts';

/**
 * Runs `work` in a transaction of each of the two, so that it can be done again from the start after it has thrown.
 * PostgreSQL's is committed first: DuckDB's tables are only worked with.
 */
export function inBothTransactions<T>(duck: DuckDBConnection, client: ClientBase, work: () => Promise<T>): Promise<T> {
  return inDuckTransaction(duck, () => inTransaction(client, work));
}
