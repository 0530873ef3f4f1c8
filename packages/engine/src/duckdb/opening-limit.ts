import { statSync } from 'node:fs';
import { FluxionError } from '../base/index.ts';
import { hasLog, logOf } from './fingerprint.ts';

/** Far more than a sound file takes: the limit is for native code that goes round in circles. */
const leastMs = 120_000;
/** Ten times what replaying a log into a table with a key took (6 MiB a second on a busy core). */
const msPerLogMiB = 2000;
/** The catalogue grows far more slowly than the file. */
const msPerFileMiB = 10;

const mebibytes = (path: string) => statSync(path).size / 2 ** 20;

/** How long DuckDB may take to open a file: reading its catalogue, and replaying its log. */
export function openingLimitMs(file: string): number {
  const log = hasLog(file) ? mebibytes(logOf(file)) : 0;
  return leastMs + msPerLogMiB * log + msPerFileMiB * mebibytes(file);
}

/**
 * What `opening` comes to, if it comes to an end in time. Native code cannot be stopped: it is left behind, for whoever ends
 * the process.
 * @throws FluxionError SOURCE_CRASHED if it does not
 */
export async function withinLimit<T>(file: string, opening: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const minutes = Math.ceil(limitMs / 60_000);
      const message = `DuckDB comes to no end while it opens ${file}, after ${minutes} min: the file is most likely damaged. Restore it from a backup, or open a copy with the DuckDB that wrote it and run CHECKPOINT.`;
      reject(new FluxionError('SOURCE_CRASHED', message));
    }, limitMs);
  });
  try {
    return await Promise.race([opening, late]);
  } finally {
    clearTimeout(timer);
  }
}
