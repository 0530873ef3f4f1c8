import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { duckMemoryLimit } from '../../duckdb/index.ts';

/** How much of what is free on the disk the questions together may spill there. */
const spillShare = 0.25;

export interface Resources {
  /** As DuckDB takes it (`512MiB`); a quarter of what the process may use unless told otherwise. */
  readonly memoryLimit?: string | undefined;
  /** As many as there are processors unless told otherwise. */
  readonly threads?: number | undefined;
}

/** Where DuckDB puts what does not fit into its memory. */
export const spillOf = (path: string) => `${path}.tmp`;

/** DuckDB's settings for a mirror's file. */
export function fileSettings(path: string, { memoryLimit, threads }: Resources): Record<string, string> {
  const disk = statfsSync(dirname(path));
  const spillMiB = Math.floor((disk.bavail * disk.bsize * spillShare) / 2 ** 20);
  return {
    memory_limit: memoryLimit ?? duckMemoryLimit(),
    ...(threads === undefined ? {} : { threads: String(threads) }),
    temp_directory: spillOf(path),
    max_temp_directory_size: `${spillMiB}MiB`,
    // A question says its order itself; keeping that of the rows would only make loads slower and larger.
    preserve_insertion_order: 'false',
    // Its way with texts takes two thirds of the time of the older one to write, and no more room.
    storage_compatibility_version: 'v1.4.0',
    ...checkpoints,
    ...closed,
  };
}

/**
 * A commit writes to the log only, so that it takes as long as its own rows: a checkpoint rewrites row groups of the whole
 * table (seconds for 3 million rows with deleted ones in all their groups) and would come with whichever commit fills the
 * log. `MirrorFile.checkpoint` makes them; the threshold is for a log that nobody has looked after. Removing deleted rows is the dear part of one: so many
 * groups at a time, the rest at the next ones.
 */
const checkpoints = {
  checkpoint_threshold: '1GiB',
  auto_checkpoint_skip_wal_threshold: '1000000000000',
  max_vacuum_tasks: '2',
};

/** A log of so many bytes is due to be taken into the file: it is read anew, in a second or two, after a crash. */
export const dueLogBytes = 64 * 2 ** 20;

/** No other file, no network, no extension. */
export const closed = {
  enable_external_access: 'false',
  allow_community_extensions: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};
