import { basename, resolve } from 'node:path';
import { exitCodes, type ExitCode } from '@fluxion/engine/base';
import { isPartial, migrate } from '@fluxion/engine/transfer';
import type { CommandContext } from '../command.ts';
import { withDatabase, type Database } from '../database/index.ts';
import { withReport } from '../report/index.ts';
import {
  addressOf,
  describeMigration,
  fileOf,
  parseSelects,
  refuseContradictions,
  transferOptions,
  wouldStop,
  type Outcome,
  type Selects,
  type Switches,
} from '../transfer/index.ts';

type MigrateContext = CommandContext<keyof Switches | 'schema' | 'select' | 'jobs' | 'no-verify' | 'report'>;

/** Connections that a migration holds or asks on while each of its streams has one. */
const besidesStreams = 4;

/**
 * `fluxion migrate FILE`: brings a DuckDB database to PostgreSQL. Exit 3 if rows were rejected, some object could not be
 * carried across, or a comparison differs.
 */
export async function run(context: MigrateContext): Promise<ExitCode> {
  const { options, terminal, version } = context;
  refuseContradictions(options);
  const selects = parseSelects(options.select);
  const { report: path, jobs } = options;
  const limits = { max: jobs + besidesStreams };
  const work = () => withDatabase(context, (database) => migrated(context, selects, database), limits);
  const outcome = path === undefined ? await work() : await withReport({ path, file: fileOf(context), version }, work);
  terminal.result({
    text: [describeMigration(outcome), ...(path === undefined ? [] : ['', `Report: ${path}`])].join('\n'),
    json: { ...outcome.report, ...(path === undefined ? {} : { reportFile: resolve(path) }) },
  });
  return wouldStop(outcome) || isPartial(outcome.report) ? exitCodes.differs : exitCodes.done;
}

async function migrated(context: MigrateContext, selects: Selects, { pool, url }: Database): Promise<Outcome> {
  const { options } = context;
  const { 'dry-run': dryRun, 'on-loss': onLoss = 'fail', jobs, resume, changed, replace, rejects } = options;
  const report = await migrate({
    ...(await transferOptions(context, selects, pool)),
    // A plan that would stop at a loss is to show all of it: nothing is written, and so nothing rejected.
    ...(dryRun && onLoss === 'fail' ? { onLoss: 'reject' } : {}),
    dryRun,
    jobs,
    resume,
    changed,
    replace,
    verify: !options['no-verify'],
    rejectsDirectory: resolve(rejects ?? `${basename(fileOf(context))}.rejects`),
  });
  return { report, onLoss, target: addressOf(url) };
}
