import { messageOf } from '@fluxion/engine/base';
import { dataThrough } from '@fluxion/engine/metrics';
import { createLocalToken } from '@fluxion/engine/operations';
import type { CommandContext } from '../command.ts';
import { keepPartitionsAhead, prepareChain, withDatabase, type Database } from '../database/index.ts';
import { isEmpty } from '../fill/is-empty.ts';
import { refuseTakenPort, serve, welcome } from '../serve/index.ts';

type UpContext = CommandContext<'port' | 'host' | 'query-timeout' | 'from' | 'demo' | 'rows' | 'log'>;

/** The sign-in link's and the sample's token, made anew at each start. */
const token = { name: 'fluxion up', validDays: 30 };

/** `fluxion up`: the database, its schema and its data, then the API and the dashboard until Ctrl-C. */
export async function run(context: UpContext): Promise<void> {
  const { options, terminal, signal, version } = context;
  await refuseTakenPort(options);
  await withDatabase(context, async (database) => {
    const { pool } = database;
    await prepareChain(pool);
    await fill(context, database);
    signal.throwIfAborted();
    keepPartitionsAhead(pool, signal, (error) => terminal.note(`fluxion: no new partitions: ${messageOf(error)}`));
    await serve({
      ...options,
      url: database.url,
      queryTimeout: options['query-timeout'],
      version,
      logLevel: options.log,
      signal,
      onReady: async (origin) => {
        const [lastDate, { token: secret }] = await Promise.all([
          lastDateOf(pool),
          createLocalToken({ ctx: { db: pool }, input: token }),
        ]);
        const { version: databaseVersion, embeddedIn } = database;
        terminal.result(welcome({ version, origin, token: secret, databaseVersion, embeddedIn, lastDate }));
      },
    });
  });
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
