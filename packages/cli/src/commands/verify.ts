import { exitCodes, type ExitCode } from '@fluxion/engine/base';
import { verify } from '@fluxion/engine/transfer';
import type { CommandContext } from '../command.ts';
import { withDatabase } from '../database/index.ts';
import { describeVerification, parseSelects, transferOptions } from '../transfer/index.ts';

/** `fluxion verify FILE`: compares a DuckDB database with PostgreSQL. Exit 3 if they differ. */
export async function run(
  context: CommandContext<'schema' | 'only' | 'exclude' | 'select' | 'on-loss'>,
): Promise<ExitCode> {
  const selects = parseSelects(context.options.select);
  return withDatabase(context, async ({ pool }) => {
    const report = await verify(await transferOptions(context, selects, pool));
    context.terminal.result({ text: describeVerification(report), json: report });
    return report.equal ? exitCodes.done : exitCodes.differs;
  });
}
