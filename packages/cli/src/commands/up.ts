import { messageOf } from '@fluxion/engine/base';
import { dataThrough } from '@fluxion/engine/metrics';
import { createLocalToken, revokeToken } from '@fluxion/engine/operations';
import { atMost, farewellMs } from '../at-most.ts';
import type { CommandContext } from '../command.ts';
import { keepPartitionsAhead, prepareChain, withDatabase, type Database } from '../database/index.ts';
import { isEmpty } from '../fill/is-empty.ts';
import { refuseTakenPort, serve, welcome } from '../serve/index.ts';

type UpContext = CommandContext<'port' | 'host' | 'query-timeout' | 'from' | 'demo' | 'rows' | 'log'>;

/**
 * The sign-in link's and the sample's token, made anew at each start and revoked at the end of the same run: never that
 * of another `up` on the same database. The day is for a run that is killed.
 */
const token = { name: 'fluxion up', validDays: 1 };

/** `fluxion up`: the database, its schema and its data, then the API and the dashboard until Ctrl-C. */
export async function run(context: UpContext): Promise<void> {
  const { options, terminal, signal } = context;
  await refuseTakenPort(options);
  await withDatabase(context, async (database) => {
    const { pool } = database;
    await prepareChain(pool);
    await fill(context, database);
    signal.throwIfAborted();
    keepPartitionsAhead(pool, signal, (error) => terminal.note(`fluxion: no new partitions: ${messageOf(error)}`));
    await serveSignedIn(context, database);
  });
}

/** Serves with a token that lasts as long; browsers that signed in with it stay so. */
async function serveSignedIn({ options, terminal, signal, version }: UpContext, database: Database): Promise<void> {
  const { pool, url, version: databaseVersion, embeddedIn } = database;
  const ctx = { db: pool };
  const { id, token: secret } = await createLocalToken({ ctx, input: token });
  try {
    await serve({
      ...options,
      url,
      queryTimeout: options['query-timeout'],
      version,
      logLevel: options.log,
      signal,
      onReady: async (origin) => {
        const lastDate = await lastDateOf(pool);
        terminal.result(welcome({ version, origin, token: secret, databaseVersion, embeddedIn, lastDate }));
      },
    });
  } finally {
    await atMost(farewellMs, revokeToken({ ctx, input: { id, sessions: 'keep' } }));
  }
}

/** Loads what fills a database only where there is something to fill: it is most of the program. */
async function fill({ options, terminal, signal }: UpContext, { pool }: Database): Promise<void> {
  const { from: file, rows, home } = options;
  if (file !== undefined) {
    const { fillFromFile } = await import('../fill/from-file.ts');
    await fillFromFile({ pool, file, terminal, signal });
  } else if (options.demo && (await isEmpty(pool))) {
    const { fillWithDemo } = await import('../fill/demo.ts');
    await fillWithDemo({ pool, rows, home, progress: terminal.progress, signal });
  }
}

async function lastDateOf(pool: Database['pool']): Promise<string | undefined> {
  const stores = await dataThrough({ db: pool, stores: 'all' });
  return stores
    .flatMap(({ datos_hasta }) => datos_hasta ?? [])
    .toSorted()
    .at(-1);
}
