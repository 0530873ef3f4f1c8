import { FluxionError } from '@fluxion/engine/base';
import { load, type DeliveryReport, type LoadOptions } from '@fluxion/engine/ingest';
import { fileDeliveries } from '@fluxion/engine/sources';
import type { CommandContext } from '../command.ts';
import { formatCount, plural } from '../output/index.ts';
import type { LoadOutcome } from './describe/index.ts';
import { fileFlags, type FlagName } from './flags.ts';
import { openRejectsFolder } from './rejects-folder.ts';

export type LoadFilesContext = CommandContext<FlagName | 'dry-run' | 'rejects' | 'max-errors' | 'force'>;

type WithDatabase = <T>(work: (database: Pick<LoadOptions, 'pool'>) => Promise<T>) => Promise<T>;

/**
 * Loads the files and folders of the command line. All paths and descriptions are looked at before the database is.
 * @param folder an existing one, for temporary files
 * @throws FluxionError about a path, a description or a flag, and what is not one file's fault alone
 */
export async function loadFiles(
  context: LoadFilesContext,
  folder: string,
  withPool: WithDatabase,
): Promise<LoadOutcome> {
  const { options, operands, terminal, signal } = context;
  const { force, rejects, 'dry-run': dryRun, 'max-errors': maxErrors } = options;
  const files = await fileDeliveries(operands, fileFlags(options), { folder, signal });
  const rejectsFolder = rejects === undefined || dryRun ? undefined : await openRejectsFolder(rejects);
  const reports: DeliveryReport[] = [];
  const onReport = async (report: DeliveryReport) => {
    reports.push(report);
    await rejectsFolder?.keep(report);
  };
  const { progress } = terminal;
  const { deliveries, count, leftOut } = files;
  try {
    await withPool(({ pool }) =>
      load({ pool, folder, deliveries, maxErrors, force, dryRun, onReport, progress, signal }),
    );
  } catch (error) {
    throw signal.aborted && !dryRun ? interrupted(reports, count) : error;
  }
  return { reports, leftOut, rejectFiles: rejectsFolder?.files, dryRun, noun: 'file' };
}

/** What was loaded before a Ctrl-C is whole, and found there by the next call. */
function interrupted(reports: readonly DeliveryReport[], count: number): FluxionError {
  return new FluxionError(
    'INTERRUPTED',
    `Interrupted. ${formatCount(reports.length)} of ${plural(count, 'file')} are done and stay, and of the one at hand what was loaded whole; the same command goes on with the others.`,
  );
}
