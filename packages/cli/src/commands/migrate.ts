import { exitCodes, type ExitCode } from '@fluxion/engine/base';
import { isPartial, migrate } from '@fluxion/engine/transfer';
import type { CommandContext } from '../command.ts';
import { withDatabase } from '../database/index.ts';
import { describeMigration, parseSelects, transferOptions } from '../transfer/index.ts';

/** `fluxion migrate FILE`: brings a DuckDB database to PostgreSQL. Exit 3 if some object of it could not be carried across. */
export async function run(
  context: CommandContext<'schema' | 'only' | 'exclude' | 'select' | 'jobs' | 'dry-run'>,
): Promise<ExitCode> {
  const { jobs, 'dry-run': dryRun } = context.options;
  const selects = parseSelects(context.options.select);
  return withDatabase(context, async ({ pool }) => {
    const report = await migrate({
      ...(await transferOptions(context, selects, pool)),
      dryRun,
      ...(jobs === undefined ? {} : { jobs }),
    });
    context.terminal.result({ text: describeMigration(report), json: report });
    return isPartial(report) ? exitCodes.differs : exitCodes.done;
  });
}
