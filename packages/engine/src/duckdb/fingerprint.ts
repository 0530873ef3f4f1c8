import { createHash, type Hash } from 'node:crypto';
import { existsSync, openSync, readSync, realpathSync, closeSync, statSync } from 'node:fs';

/** DuckDB's main header and its two alternating database headers, each in a block of 4 KiB. */
const headerBytes = 3 * 4096;

/** The write-ahead log that DuckDB keeps beside a database file until its next checkpoint; of a link, beside what it leads to. */
export const logOf = (file: string) => `${realpathSync(file)}.wal`;

/** True if changes are in the file's write-ahead log that are not in the file itself. */
export function hasLog(file: string): boolean {
  return existsSync(logOf(file));
}

/**
 * A short name for a file's content without reading it whole: the digest of its size, its headers (whose counters and
 * checksums every checkpoint changes) and its write-ahead log. Equal fingerprints: nothing was committed in between.
 */
export function fingerprint(file: string): string {
  const hash = createHash('sha256').update(`${statSync(file).size}`);
  addStart(hash, file, headerBytes);
  if (hasLog(file)) addStart(hash, logOf(file), Number.POSITIVE_INFINITY);
  return hash.digest('hex');
}

/** A log may be larger than any buffer. */
const pieceBytes = 1 << 20;

/** Adds the first `most` bytes of a file, or all that there are. */
function addStart(hash: Hash, file: string, most: number): void {
  const handle = openSync(file, 'r');
  try {
    const piece = Buffer.alloc(pieceBytes);
    for (let left = most; left > 0;) {
      const count = readSync(handle, piece, 0, Math.min(left, pieceBytes), null);
      if (count === 0) return;
      hash.update(piece.subarray(0, count));
      left -= count;
    }
  } finally {
    closeSync(handle);
  }
}
