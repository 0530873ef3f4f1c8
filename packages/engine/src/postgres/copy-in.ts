import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A COPY ... FROM STDIN under way. */
export interface CopyIn {
  /** Sends a block; waits while the server is behind. @throws the server's refusal */
  write(block: Buffer): Promise<void>;
  /** Ends the COPY and waits for the server's word. @throws the server's refusal */
  end(): Promise<void>;
  /** Breaks the COPY off, so that the server keeps none of it. Gives the server's own refusal if that came first. */
  abort(): Promise<Error | undefined>;
}

/** Starts `sql`, a COPY ... FROM STDIN, on `client`, in whatever transaction it is in. */
export function openCopyIn(client: ClientBase, sql: string, signal: AbortSignal | undefined): CopyIn {
  const stream = client.query(copyFrom(sql));
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
      if (!stream.write(block)) await Promise.race([once(stream, 'drain'), done]);
      check();
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
