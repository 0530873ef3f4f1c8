import { resolve } from 'node:path';
import { FluxionError, isBusinessDate, type ExitCode } from '@fluxion/engine/base';
import { loadFromSource } from '@fluxion/engine/ingest';
import type { CommandContext } from '../command.ts';
import { secretOf } from '../config.ts';
import type { Database } from '../database/index.ts';
import { withScratchFolder } from '../fill/scratch.ts';
import { describeLoad, exitCodeOf } from '../load/index.ts';

/**
 * `fluxion sources test NAME`: asks for the first page of a store's day and shows how it is understood. Nothing is loaded.
 * @throws FluxionError USAGE without a day
 */
export async function trySource(
  { options, terminal, signal }: CommandContext<'store' | 'date'>,
  { pool }: Database,
  name: string,
): Promise<ExitCode> {
  const { store, date } = options;
  if (date === undefined || !isBusinessDate(date)) {
    throw new FluxionError('USAGE', '`fluxion sources test` needs the day that is asked for: --date YYYY-MM-DD');
  }
  const reports = await withScratchFolder(resolve(options.home), (folder) =>
    loadFromSource({
      ...{ pool, folder, source: name, date, signal, secrets: secretOf, progress: terminal.progress },
      ...(store === undefined ? {} : { stores: [store] }),
      dryRun: true,
      firstPageOnly: true,
      insist: true,
    }),
  );
  const outcome = { reports, leftOut: [], rejectFiles: undefined, dryRun: true, noun: 'answer' } as const;
  terminal.result({ text: describeLoad(outcome), json: { deliveries: reports } });
  return exitCodeOf(reports);
}
