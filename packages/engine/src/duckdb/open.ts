import { accessSync, constants, realpathSync, statSync, type Stats } from 'node:fs';
import { FluxionError } from '../base/index.ts';
import { fingerprint } from './fingerprint.ts';
import { openInstance, type Instance } from './instance.ts';
import { duckMemoryLimit } from './memory-limit.ts';
import { explainOpenError } from './open-errors.ts';
import { openingLimitMs, withinLimit } from './opening-limit.ts';
import { spillFolder } from './spill-folder.ts';

/** An open DuckDB file. */
export interface DuckSource extends Instance {
  readonly file: string;
  /** A short name for the file's content, see `fingerprint`. */
  fingerprint(): string;
}

/** Reads stay in the file: no other one, no network, no extension. Set last: it forbids setting folders. */
const sandbox = {
  access_mode: 'READ_ONLY',
  // Rows are copied and compared without regard to their order; keeping it costs a third of a scan.
  preserve_insertion_order: 'false',
  enable_external_access: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/**
 * Opens a DuckDB database file read-only. Its write-ahead log, if there is one, is replayed in memory; nothing is written.
 * @throws FluxionError SOURCE_* with one sentence that says what the file is and what to do
 */
export async function openSource(file: string): Promise<DuckSource> {
  assertReadableFile(file);
  // DuckDB follows a link, but then may not read the log beside what it leads to.
  const real = realpathSync(file);
  // Rows stream through: more memory makes a large table's reading no faster, and small containers do with this.
  const settings = { memory_limit: duckMemoryLimit(0.25, 128, 256), temp_directory: spillFolder(), ...sandbox };
  const opening = openInstance(real, settings).catch((error: unknown) => {
    throw explainOpenError(file, error, real);
  });
  const { connect, close } = await withinLimit(file, opening, openingLimitMs(real));
  return { file, fingerprint: () => fingerprint(file), connect, close };
}

function assertReadableFile(file: string): void {
  const stat = statOf(file);
  if (!stat) throw new FluxionError('SOURCE_NOT_FOUND', `There is no file ${file}. Check the path.`);
  if (!stat.isFile())
    throw new FluxionError('SOURCE_UNREADABLE', `${file} is not a file. Give the path of a DuckDB database file.`);
  try {
    accessSync(file, constants.R_OK);
  } catch (cause) {
    throw new FluxionError('SOURCE_UNREADABLE', `${file} may not be read by this user. Check its permissions.`, {
      cause,
    });
  }
}

/** Undefined where there is no file. */
function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (cause) {
    throw new FluxionError(
      'SOURCE_UNREADABLE',
      `${file} may not be reached by this user. Check the permissions of its folders.`,
      { cause },
    );
  }
}
