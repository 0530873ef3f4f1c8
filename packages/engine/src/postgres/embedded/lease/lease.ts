import { realpath } from 'node:fs/promises';
import { Socket } from 'node:net';
import pg from 'pg';
import { role } from '../cluster/cluster.ts';

/**
 * The right to use the server: a connection that holds a shared advisory lock. Who wants to stop the server needs the
 * lock exclusively. So nobody stops it under another's hands, and nobody begins to use a server that is being stopped;
 * and the lease of a process that is killed ends by itself.
 */
export interface Lease {
  readonly version: string;
  /** Settles when the connection ends without having been given up. */
  readonly lost: Promise<void>;
  /** Gives the lease up; true if it was the last, and then nobody can take one until `end`. */
  giveUp(): Promise<boolean>;
  end(): Promise<void>;
}

export type LeaseRefusal =
  /** No server answers there yet, or it is starting, recovering or stopping. */
  | { readonly refused: 'unavailable'; readonly cause: unknown }
  /** Another process of ours is about to stop it. */
  | { readonly refused: 'stopping' }
  /** A PostgreSQL answers that is not the home's: the password differs, or the data directory. */
  | { readonly refused: 'foreign'; readonly reason: string };

/** Any constant: the lock is one of the server's own database `postgres`, which nothing else uses. */
const lockKey = 4_702_111_234;

/** invalid_authorization_specification, invalid_password, invalid_catalog_name */
const foreignStates = new Set(['28000', '28P01', '3D000']);

function refusalOf(error: unknown): LeaseRefusal {
  const state = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!foreignStates.has(state)) return { refused: 'unavailable', cause: error };
  return { refused: 'foreign', reason: error instanceof Error ? error.message : state };
}

function leaseOn(client: pg.Client, socket: Socket, version: string): Lease {
  let given = false;
  const lost = new Promise<void>((resolve) => {
    client.once('end', () => {
      if (!given) resolve();
    });
  });
  // A lease that is never given up must not keep its process alive.
  socket.unref();
  return {
    version,
    lost,
    giveUp: async () => {
      given = true;
      socket.ref();
      // The shared lock first: two that give up at once would otherwise both be refused, and nobody would stop it.
      await client.query('SELECT pg_advisory_unlock_shared($1)', [lockKey]);
      const { rows } = await client.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [lockKey]);
      return rows[0]?.last === true;
    },
    end: async () => {
      given = true;
      await client.end().catch(() => undefined);
    },
  };
}

/** Tries once to take a lease of the server on the port of 127.0.0.1. */
export async function takeLease(port: number, password: string, dataDirectory: string): Promise<Lease | LeaseRefusal> {
  const socket = new Socket();
  const client = new pg.Client({
    stream: () => socket,
    host: '127.0.0.1',
    port,
    user: role,
    password,
    database: 'postgres',
    ssl: false,
    application_name: 'fluxion-lease',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  // Also the errors after the connection is there come here; `end` follows each of them.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ place: string; version: string; leased: boolean }>(
      `SELECT current_setting('data_directory') AS place, current_setting('server_version') AS version,
              pg_try_advisory_lock_shared($1) AS leased`,
      [lockKey],
    );
    const [answer] = rows;
    const place = answer === undefined ? '' : await realpath(answer.place).catch(() => answer.place);
    if (answer !== undefined && answer.leased && place === dataDirectory)
      return leaseOn(client, socket, answer.version);
    await client.end();
    return place === dataDirectory ? { refused: 'stopping' } : { refused: 'foreign', reason: `it serves ${place}` };
  } catch (error) {
    // Not awaited: a connection that never came up may never say that it has ended.
    void client.end().catch(() => undefined);
    return refusalOf(error);
  }
}
