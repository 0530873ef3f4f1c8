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
  // The server's refusal surfaces here even while the caller is busy elsewhere.
  const done = finished(stream, { signal });
  done.catch(() => {});
  return {
    async write(block) {
      if (!stream.write(block)) await Promise.race([once(stream, 'drain'), done]);
      if (stream.errored) throw stream.errored;
      signal?.throwIfAborted();
    },
    async end() {
      stream.end();
      await done;
    },
    async abort() {
      const refusal = stream.errored ?? undefined;
      stream.destroy();
      await done.catch(() => {});
      return refusal;
    },
  };
}
