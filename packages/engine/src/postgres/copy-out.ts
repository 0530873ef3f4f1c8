import { addAbortSignal } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Client, DatabaseError, type ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** What is read ahead of the caller at most, in bytes. */
const readAheadBytes = 4 * 1024 * 1024;

/**
 * Runs `sql`, a COPY ... TO STDOUT, on `client`, in whatever transaction it is in, and gives what comes in blocks of any
 * size; the server waits while the caller is behind. If the caller stops early, or the signal is aborted, the connection is
 * broken off: the rest of the rows would still be on its way.
 * @throws the server's refusal, the connection's loss, or the signal's reason
 */
export async function* copyOut(
  client: ClientBase,
  sql: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer, void, undefined> {
  signal?.throwIfAborted();
  const stream = client.query(copyTo(sql, { highWaterMark: readAheadBytes }));
  if (signal) addAbortSignal(signal, stream);
  const done = finished(stream);
  done.catch(() => {});
  let isIdle = false;
  try {
    for await (const block of stream) {
      signal?.throwIfAborted();
      if (Buffer.isBuffer(block)) yield block;
    }
    await done;
    isIdle = true;
  } catch (error) {
    signal?.throwIfAborted();
    isIdle = error instanceof DatabaseError;
    throw error;
  } finally {
    if (!isIdle && client instanceof Client) client.connection.stream.destroy();
  }
}
