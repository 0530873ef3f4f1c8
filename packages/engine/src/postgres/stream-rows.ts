import Cursor from 'pg-cursor';
import type pg from 'pg';
import type { Batch } from '../base/index.ts';
import { resultTypes } from './result-types.ts';

const batchRows = 2000;

/**
 * Runs a SELECT on a connection and gives its rows a batch at a time, as arrays in the order of its columns; never more
 * than one batch is in memory. It ends its statement when the reading ends, at whatever row; a statement time-out of the
 * session holds for each batch.
 */
export async function* streamRows(
  client: pg.PoolClient,
  sql: string,
  parameters: readonly unknown[] = [],
): AsyncGenerator<Batch> {
  const cursor = client.query(
    new Cursor<Batch[number]>(sql, [...parameters], { rowMode: 'array', types: resultTypes }),
  );
  try {
    for (;;) {
      const rows = await cursor.read(batchRows);
      if (rows.length > 0) yield rows;
      if (rows.length < batchRows) return;
    }
  } finally {
    await cursor.close();
  }
}
