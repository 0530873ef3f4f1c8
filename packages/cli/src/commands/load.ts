import { resolve } from 'node:path';
import type { ExitCode } from '@fluxion/engine/base';
import type { CommandContext } from '../command.ts';
import { prepareChain, withDatabase } from '../database/index.ts';
import { withScratchFolder } from '../fill/scratch.ts';
import {
  askedSource,
  describeLoad,
  exitCodeOf,
  loadFiles,
  loadSource,
  type LoadContext,
  type WithDatabase,
} from '../load/index.ts';

/** One loads, one answers short questions, and one waits where two processes want the same unit. */
const connections = 3;

/**
 * `fluxion load PATH...`: brings what stores deliver into the database, each store's day whole. The exit code is that of the
 * worst delivery.
 */
export async function run(context: LoadContext & CommandContext<'source'>): Promise<ExitCode> {
  const { options, operands, terminal } = context;
  const asked = askedSource(options, operands);
  const withPool: WithDatabase = (work) =>
    withDatabase(
      context,
      async ({ pool }) => {
        await prepareChain(pool);
        return await work({ pool });
      },
      { max: connections },
    );
  const outcome = await withScratchFolder(resolve(options.home), (folder) =>
    asked === undefined ? loadFiles(context, folder, withPool) : loadSource(context, asked, folder, withPool),
  );
  const { reports, leftOut, rejectFiles } = outcome;
  terminal.result({
    text: describeLoad(outcome),
    json: { deliveries: reports, leftOut, ...(rejectFiles === undefined ? {} : { rejectFiles }) },
  });
  return exitCodeOf(reports);
}
