import { copyFile, rm, stat } from 'node:fs/promises';
import { startFluxion } from '../lib/programs.ts';

const attempts = 5;

/**
 * Copies a DuckDB file and its log, which another process has open and writes to. Such a copy is of no single moment, and
 * may not even open; but what it has otherwise than the file, the last pass over the file itself finds.
 *
 * @returns bytes
 */
async function copyOf(file: string, copy: string): Promise<number> {
  await copyFile(file, copy);
  await rm(`${copy}.wal`, { force: true });
  await copyFile(`${file}.wal`, `${copy}.wal`).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
  return (await stat(copy)).size;
}

/**
 * Migrates a copy of a file that is written to; if the copy cannot be used, another one.
 * @returns how many copies it took, and their bytes
 */
export async function migrateCopy(
  file: string,
  copy: string,
  args: readonly string[],
): Promise<{ readonly copies: number; readonly bytes: number }> {
  for (let copies = 1; ; copies += 1) {
    const bytes = await copyOf(file, copy);
    const { exitCode, output } = await startFluxion(['migrate', copy, ...args]).ended;
    if (exitCode === 0) return { copies, bytes };
    if (copies === attempts) throw new Error(`None of ${attempts} copies could be migrated; the last one:\n${output}`);
  }
}
