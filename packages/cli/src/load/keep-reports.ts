import { FluxionError } from '@fluxion/engine/base';
import type { DeliveryReport, LoadOptions } from '@fluxion/engine/ingest';
import type { OptionValues } from '../options/index.ts';
import { plural } from '../output/index.ts';
import type { LoadOutcome } from './describe/index.ts';
import { openRejectsFolder } from './rejects-folder.ts';

/** Opens the database for some work, and closes it. */
export type WithDatabase = <T>(work: (database: Pick<LoadOptions, 'pool'>) => Promise<T>) => Promise<T>;

interface Kept extends Pick<LoadOutcome, 'noun' | 'leftOut'> {
  readonly options: OptionValues<'rejects' | 'dry-run'>;
  readonly signal: AbortSignal;
}

/**
 * Runs a load, keeps the report of each delivery once it is done, and writes its rejected lines for people.
 * @throws FluxionError INTERRUPTED with what was done before, FILE_UNWRITABLE, and whatever `work` throws
 */
export async function keepReports(
  { options, signal, noun, leftOut }: Kept,
  work: (onReport: (report: DeliveryReport) => Promise<void>) => Promise<unknown>,
): Promise<LoadOutcome> {
  const { rejects, 'dry-run': dryRun } = options;
  const folder = rejects === undefined || dryRun ? undefined : await openRejectsFolder(rejects);
  const reports: DeliveryReport[] = [];
  try {
    await work(async (report) => {
      reports.push(report);
      await folder?.keep(report);
    });
  } catch (error) {
    throw signal.aborted && !dryRun ? interrupted(plural(reports.length, noun)) : error;
  }
  return { reports, leftOut, rejectFiles: folder?.files, dryRun, noun };
}

/** What was loaded before a Ctrl-C is whole, and found there by the next call. */
function interrupted(done: string): FluxionError {
  const sentence = `Interrupted after ${done}: what is loaded stays, each store-day whole. The same command goes on with the others.`;
  return new FluxionError('INTERRUPTED', sentence);
}
