import { createHash } from 'node:crypto';
import { existsSync, openSync, readFileSync, readSync, closeSync, statSync } from 'node:fs';

/** DuckDB's main header and its two alternating database headers, each in a block of 4 KiB. */
const headerBytes = 3 * 4096;

/** The write-ahead log that DuckDB keeps beside a database file until its next checkpoint. */
const logOf = (file: string) => `${file}.wal`;

/** True if changes are in the file's write-ahead log that are not in the file itself. */
export function hasLog(file: string): boolean {
  return existsSync(logOf(file));
}

/**
 * A short name for a file's content without reading it whole: the digest of its size, its headers (whose counters and
 * checksums every checkpoint changes) and its write-ahead log. Equal fingerprints: nothing was committed in between.
 */
export function fingerprint(file: string): string {
  const header = Buffer.alloc(headerBytes);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, headerBytes, 0);
  } finally {
    closeSync(handle);
  }
  const hash = createHash('sha256')
    .update(`${statSync(file).size}`)
    .update(header);
  if (hasLog(file)) hash.update(readFileSync(logOf(file)));
  return hash.digest('hex');
}
