import { exitCodes, type ExitCode } from '@fluxion/engine/base';
import { isPartial, migrate } from '@fluxion/engine/transfer';
import type { CommandContext } from '../command.ts';
import { withDatabase, type Database } from '../database/index.ts';
import { describeMigration, parseSelects, transferOptions } from '../transfer/index.ts';

/** Connections that a migration holds or asks on while each of its streams has one. */
const besidesStreams = 2;

/** `fluxion migrate FILE`: brings a DuckDB database to PostgreSQL. Exit 3 if some object of it could not be carried across. */
export async function run(
  context: CommandContext<'schema' | 'only' | 'exclude' | 'select' | 'jobs' | 'dry-run'>,
): Promise<ExitCode> {
  const { jobs, 'dry-run': dryRun } = context.options;
  const selects = parseSelects(context.options.select);
  const migrating = async ({ pool }: Database): Promise<ExitCode> => {
    const report = await migrate({ ...(await transferOptions(context, selects, pool)), dryRun, jobs });
    context.terminal.result({ text: describeMigration(report), json: report });
    return isPartial(report) ? exitCodes.differs : exitCodes.done;
  };
  return withDatabase(context, migrating, jobs + besidesStreams);
}
