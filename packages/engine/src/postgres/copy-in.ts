import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Client, type ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** What one message to the server holds at most; it refuses those over 1 GB, and a COPY may be cut anywhere. */
const messageBytes = 16 * 1024 * 1024;

/** A COPY ... FROM STDIN under way. */
export interface CopyIn {
  /**
   * Sends a block; waits while the server is behind. True if the block has left this process, so that its memory may be
   * used anew. @throws the server's refusal
   */
  write(block: Buffer): Promise<boolean>;
  /** Ends the COPY and waits for the server's word. @throws the server's refusal */
  end(): Promise<void>;
  /** Breaks the COPY off, so that the server keeps none of it. Gives the server's own refusal if that came first. */
  abort(): Promise<Error | undefined>;
}

/** Starts `sql`, a COPY ... FROM STDIN, on `client`, in whatever transaction it is in. */
export function openCopyIn(client: ClientBase, sql: string, signal: AbortSignal | undefined): CopyIn {
  const stream = client.query(copyFrom(sql));
  const socket = client instanceof Client ? client.connection.stream : undefined;
  // The server may refuse while the caller is busy elsewhere, and again in answer to an abort; the first is the reason.
  let refusal: Error | undefined;
  stream.on('error', (error) => {
    refusal ??= error;
  });
  const done = finished(stream, { signal });
  done.catch(() => {});
  const check = () => {
    if (refusal) throw refusal;
    signal?.throwIfAborted();
  };
  return {
    async write(block) {
      check();
      for (let start = 0; start < block.length; start += messageBytes) {
        const part = block.subarray(start, start + messageBytes);
        if (!stream.write(part)) await Promise.race([once(stream, 'drain'), done]);
        check();
      }
      return stream.writableLength === 0 && socket?.writableLength === 0;
    },
    async end() {
      check();
      stream.end();
      await done;
    },
    async abort() {
      const reason = refusal;
      stream.destroy();
      await done.catch(() => {});
      return reason;
    },
  };
}
