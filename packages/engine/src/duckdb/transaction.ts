import type { DuckDBConnection } from '@duckdb/node-api';

/** Runs `work` in one transaction of DuckDB and returns what it returns; of work that throws nothing is kept. */
export async function inDuckTransaction<T>(duck: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await duck.run('BEGIN');
  try {
    const result = await work();
    await duck.run('COMMIT');
    return result;
  } catch (error) {
    // An error may have ended it already.
    await duck.run('ROLLBACK').catch(() => {});
    throw error;
  }
}
