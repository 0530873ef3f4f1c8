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
    ...closed,
  };
}

/** No other file, no network, no extension. */
export const closed = {
  enable_external_access: 'false',
  allow_community_extensions: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};
