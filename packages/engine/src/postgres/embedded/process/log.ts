import { open, rename, stat } from 'node:fs/promises';

const largestLog = 8 * 1024 * 1024;

/** Where the next lines of the log will begin, in bytes; a log grown large is put aside first. */
export async function startOfNextLines(logFile: string): Promise<number> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size <= largestLog) return size;
  await rename(logFile, `${logFile}.1`);
  return 0;
}

/** What was written to the log since; at most the last 64 kB. */
export async function linesSince(logFile: string, start: number): Promise<readonly string[]> {
  const file = await open(logFile, 'r').catch(() => undefined);
  if (file === undefined) return [];
  try {
    const { size } = await file.stat();
    const from = Math.max(start, size - 65_536);
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(Math.max(0, size - from)), position: from });
    const text = buffer.toString('utf8', 0, bytesRead);
    return text.split('\n').filter((line) => line.trim() !== '');
  } finally {
    await file.close();
  }
}
