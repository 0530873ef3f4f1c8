import { resolve } from 'node:path';
import type { ExitCode } from '@fluxion/engine/base';
import type { CommandContext } from '../command.ts';
import { prepareChain, withDatabase, type Database } from '../database/index.ts';
import { withScratchFolder } from '../fill/scratch.ts';
import { describeLoad, exitCodeOf, loadFiles, refuseContradictions, type LoadFilesContext } from '../load/index.ts';

type LoadContext = LoadFilesContext & CommandContext<'source'>;

/** One loads, one answers short questions, and one waits where two processes want the same unit. */
const connections = 3;

/**
 * `fluxion load PATH...`: brings what stores deliver into the database, each store's day whole. The exit code is that of the
 * worst delivery.
 */
export async function run(context: LoadContext): Promise<ExitCode> {
  const { options, operands, terminal } = context;
  refuseContradictions(options, operands);
  const withPool = <T>(work: (database: Database) => Promise<T>) =>
    withDatabase(
      context,
      async (database) => {
        await prepareChain(database.pool);
        return await work(database);
      },
      connections,
    );
  const outcome = await withScratchFolder(resolve(options.home), (folder) => loadFiles(context, folder, withPool));
  const { reports, leftOut, rejectFiles } = outcome;
  terminal.result({
    text: describeLoad(outcome),
    json: { deliveries: reports, leftOut, ...(rejectFiles === undefined ? {} : { rejectFiles }) },
  });
  return exitCodeOf(reports);
}
