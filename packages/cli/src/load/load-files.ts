import { load } from '@fluxion/engine/ingest';
import { fileDeliveries } from '@fluxion/engine/sources';
import type { CommandContext } from '../command.ts';
import type { LoadOutcome } from './describe/index.ts';
import { fileFlags, type FlagName } from './flags.ts';
import { keepReports, type WithDatabase } from './keep-reports.ts';

export type LoadContext = CommandContext<FlagName | 'dry-run' | 'rejects' | 'max-errors' | 'force'>;

/**
 * Loads the files and folders of the command line. All paths and descriptions are looked at before the database is.
 * @param folder an existing one, for temporary files
 * @throws FluxionError about a path, a description or a flag, and what is not one file's fault alone
 */
export async function loadFiles(
  { options, operands, terminal, signal }: LoadContext,
  folder: string,
  withPool: WithDatabase,
): Promise<LoadOutcome> {
  const { force, 'dry-run': dryRun, 'max-errors': maxErrors } = options;
  const { progress } = terminal;
  const { deliveries, leftOut } = await fileDeliveries(operands, fileFlags(options), { folder, signal });
  return keepReports({ options, signal, noun: 'file', leftOut }, (onReport) =>
    withPool(({ pool }) => load({ pool, folder, deliveries, maxErrors, force, dryRun, onReport, progress, signal })),
  );
}
