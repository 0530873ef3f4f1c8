import type pg from 'pg';
import type { Batch } from '../base/index.ts';
import { resultTypes } from './result-types.ts';

const batchRows = 500;

/**
 * Its reader may be slow without being idle, and it wants the first rows soon: compiling a plan for all of them would keep it
 * waiting.
 */
const beginSql = 'BEGIN READ ONLY; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL jit = off';

/**
 * Runs a SELECT on a connection, in a transaction, and gives its rows a batch at a time, as arrays in the order of its columns.
 * While the reader has one batch the next one is fetched; never are more in memory. The statement ends when the reading does,
 * at whatever row.
 *
 * A statement time-out of the session holds for each batch. (Of a portal that the protocol reads in parts it would hold for all
 * of them, and for what the reader does in between.)
 */
export async function* streamRows(
  client: pg.ClientBase,
  sql: string,
  parameters: readonly unknown[] = [],
): AsyncGenerator<Batch> {
  const fetch = () => {
    const fetched = client.query<[...Batch[number]]>({
      text: `FETCH ${batchRows} FROM fluxion_stream`,
      rowMode: 'array',
      types: resultTypes,
    });
    // It may fail while the reader has the batch before; whoever asks for the next hears of it.
    fetched.catch(() => {});
    return fetched;
  };
  await client.query(beginSql);
  try {
    await client.query(`DECLARE fluxion_stream NO SCROLL CURSOR FOR ${sql}`, [...parameters]);
    let next = fetch();
    for (;;) {
      const { rows } = await next;
      const last = rows.length < batchRows;
      if (!last) next = fetch();
      if (rows.length > 0) yield rows;
      if (last) return;
    }
  } finally {
    // Behind what is being fetched. A connection that cannot roll back is lost, and the pool drops it.
    await client.query('ROLLBACK').catch(() => {});
  }
}
