import { resolve } from 'node:path';
import { abortable } from '@fluxion/engine/base';
import { checkServer, openPool, startEmbedded, type PoolOptions } from '@fluxion/engine/postgres';
import { atMost, farewellMs } from '../at-most.ts';
import type { CommandContext } from '../command.ts';

type Pool = ReturnType<typeof openPool>;

/** A database that was asked for; whether it answers is another question. */
export interface Connections {
  readonly pool: Pool;
  readonly url: string;
  /** The folder of the embedded server's data; undefined where the server is somebody else's. */
  readonly embeddedIn: string | undefined;
}

/** A database that answers and is new enough. */
export interface Database extends Connections {
  /** As `server_version`: '18.4'. */
  readonly version: string;
}

interface Server {
  readonly url: string;
  readonly embeddedIn: string | undefined;
  stop(): Promise<void>;
}

type Context = Pick<CommandContext, 'options' | 'signal' | 'terminal'>;
/** What the pool is bound to; where nothing is said, what a pool has by itself. */
type Limits = Pick<PoolOptions, 'max' | 'statementTimeoutMs'>;

/**
 * Runs `work` with the database that was asked for: the one of --database or DATABASE_URL, else the embedded one, which
 * is started, or joined if another process of ours has it running. Closes and stops in order, whatever `work` does.
 * @throws FluxionError DATABASE_UNREACHABLE, DATABASE_TOO_OLD, EMBEDDED_SERVER, and whatever `work` throws
 */
export function withDatabase<T>(
  context: Context,
  work: (database: Database) => Promise<T>,
  limits?: Limits,
): Promise<T> {
  const checked = async (opened: Connections) => {
    const { version } = await abortable(checkServer(opened.pool), context.signal);
    return work({ ...opened, version });
  };
  return withConnections(context, checked, limits);
}

/** As `withDatabase`, but for work that can begin before the database answers. */
export async function withConnections<T>(
  { options, signal, terminal }: Context,
  work: (opened: Connections) => Promise<T>,
  limits: Limits = {},
): Promise<T> {
  const server = await openServer(options, (line) => terminal.note(line));
  try {
    signal.throwIfAborted();
    return await withPool(server, work, limits);
  } finally {
    await server.stop();
  }
}

async function openServer(options: CommandContext['options'], log: (line: string) => void): Promise<Server> {
  if (options.database !== undefined) return { url: options.database, embeddedIn: undefined, stop: async () => {} };
  const home = resolve(options.home);
  const server = await startEmbedded({ home, log });
  return { url: server.url, embeddedIn: home, stop: () => server.stop() };
}

async function withPool<T>(
  { url, embeddedIn }: Server,
  work: (opened: Connections) => Promise<T>,
  limits: Limits,
): Promise<T> {
  const pool = openPool({ url, applicationName: 'fluxion', ...limits });
  try {
    return await work({ pool, url, embeddedIn });
  } finally {
    await atMost(farewellMs, pool.end());
  }
}
