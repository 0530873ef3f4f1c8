import { exitCodes, messageOf, type ExitCode } from '@fluxion/engine/base';
import { dataThrough } from '@fluxion/engine/metrics';
import type { CommandContext } from '../command.ts';
import {
  awaitServer,
  keepPartitionsAhead,
  prepareChain,
  withConnections,
  withDatabase,
  type Connections,
} from '../database/index.ts';
import { isEmpty } from '../fill/is-empty.ts';
import { ensureSecretKeys } from '../secret-keys.ts';
import { firstSignIn, keepHeapSmall, operatingOptions, refuseTakenPort, serve, welcome } from '../serve/index.ts';

type UpContext = CommandContext<
  | 'port'
  | 'host'
  | 'query-timeout'
  | 'from'
  | 'demo'
  | 'rows'
  | 'log'
  | 'no-mirror'
  | 'mirror-memory'
  | 'environment'
  | 'origins'
  | 'proxies'
  | 'rate-limit'
  | 'metrics-token'
  | 'secret-keys'
  | 'sentry'
  | 'traces'
  | 'no-loads'
>;

/** `fluxion up`: the database, its schema and its data, then the API and the dashboard until Ctrl-C. */
export async function run(context: UpContext): Promise<ExitCode> {
  const { options, guard } = context;
  const { from: file } = options;
  if (guard === undefined && file !== undefined) return migrateFrom(file, context);
  await refuseTakenPort(options);
  return withConnections(context, (opened) => serveSignedIn(context, opened));
}

/**
 * Waits for the database, and fills it if that is asked for.
 * @returns the guarded process's exit code if it has not filled it: there is nothing to serve
 */
async function prepare(context: UpContext, { pool }: Connections): Promise<ExitCode> {
  const { options, terminal, signal, guard } = context;
  const { from: file } = options;
  await prepareChain(pool, { unfinished: file === undefined ? 'refused' : 'kept' });
  const filled = file === undefined ? await fillWithSample(context, pool) : await guard?.run(file, signal);
  if (filled !== undefined && filled !== exitCodes.done) return filled;
  signal.throwIfAborted();
  keepPartitionsAhead(pool, signal, (error) => terminal.note(`fluxion: no new partitions: ${messageOf(error)}`));
  return exitCodes.done;
}

/** What the guarded process does of `up --from`: its guard keeps the database ready, and serves it then. */
function migrateFrom(file: string, { terminal, signal, ...context }: UpContext): Promise<ExitCode> {
  return withDatabase({ ...context, terminal, signal }, async ({ pool, url }) => {
    const { fillFromFile } = await import('../fill/from-file.ts');
    await fillFromFile({ pool, url, file, terminal, signal });
    return exitCodes.done;
  });
}

/** Serves, with a token that lasts as long where nobody else could sign in. */
async function serveSignedIn(context: UpContext, opened: Connections): Promise<ExitCode> {
  const { options, terminal, signal, version } = context;
  const { pool, url, embeddedIn } = opened;
  const onWait = (reason: string) => terminal.note(`fluxion: ${reason} Waiting for it ...`);
  let exitCode: ExitCode = exitCodes.done;
  let databaseVersion = '';
  let end: () => Promise<void> = async () => {};
  keepHeapSmall();
  try {
    await serve({
      ...options,
      url,
      queryTimeout: options['query-timeout'],
      loads: !options['no-loads'],
      mirror: options['no-mirror'] ? undefined : { memory: options['mirror-memory'] },
      version,
      logLevel: options.log,
      operating: operatingOptions(options),
      secretKeys: await ensureSecretKeys(options),
      signal,
      prepare: async () => {
        ({ version: databaseVersion } = await awaitServer({ pool, signal, onWait }));
        exitCode = await prepare(context, opened);
        return exitCode === exitCodes.done;
      },
      onReady: async (origin) => {
        const { token, link, end: endToken } = await firstSignIn(pool);
        end = endToken;
        const lastDate = await lastDateOf(pool);
        terminal.result(welcome({ version, origin, token, link, databaseVersion, embeddedIn, lastDate }));
      },
    });
  } finally {
    await end();
  }
  return exitCode;
}

/** Loads what fills a database only where there is something to fill: it is most of the program. */
async function fillWithSample({ options, terminal, signal }: UpContext, pool: Connections['pool']): Promise<void> {
  const { demo, rows, home } = options;
  if (!demo || !(await isEmpty(pool))) return;
  const { fillWithDemo } = await import('../fill/demo.ts');
  await fillWithDemo({ pool, rows, home, progress: terminal.progress, signal });
}

async function lastDateOf(pool: Connections['pool']): Promise<string | undefined> {
  const stores = await dataThrough({ db: pool, stores: 'all' });
  return stores
    .flatMap(({ datos_hasta }) => datos_hasta ?? [])
    .toSorted()
    .at(-1);
}
