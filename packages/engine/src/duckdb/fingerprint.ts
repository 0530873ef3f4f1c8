import { createHash, type Hash } from 'node:crypto';
import { existsSync, openSync, readSync, realpathSync, closeSync, statSync } from 'node:fs';

/** DuckDB's main header and its two alternating database headers, each in 4 KiB. */
const headerBytes = 3 * 4096;

/** Where the first database header says how large a block is. */
const blockSizeOffset = 4096 + 40;
/** Blocks are as large as this or a power of two times it. */
const leastBlockBytes = 16_384;
const mostBlockBytes = 262_144;

/** Each block begins with the checksum of what it holds. */
const checksumBytes = 8;

/** The write-ahead log that DuckDB keeps beside a database file until its next checkpoint; of a link, beside what it leads to. */
export const logOf = (file: string) => `${realpathSync(file)}.wal`;

/** True if changes are in the file's write-ahead log that are not in the file itself. */
export function hasLog(file: string): boolean {
  return existsSync(logOf(file));
}

/**
 * A short name for a file's content without reading it whole: the digest of its size, its headers, the checksum of each of
 * its blocks and its write-ahead log. The headers alone are the same for files that the same script made of other values.
 */
export function fingerprint(file: string): string {
  const hash = createHash('sha256').update(`${statSync(file).size}`);
  addStart(hash, file, headerBytes);
  addChecksums(hash, file);
  if (hasLog(file)) addStart(hash, logOf(file), Number.POSITIVE_INFINITY);
  return hash.digest('hex');
}

function addChecksums(hash: Hash, file: string): void {
  const handle = openSync(file, 'r');
  try {
    const number = Buffer.alloc(checksumBytes);
    const readAt = (offset: number) => readSync(handle, number, 0, checksumBytes, offset) === checksumBytes;
    const step = readAt(blockSizeOffset) ? blockBytes(number.readBigUInt64LE()) : leastBlockBytes;
    for (let offset = headerBytes; readAt(offset); offset += step) hash.update(number);
  } finally {
    closeSync(handle);
  }
}

/** If a header says nonsense, every place where a block may begin is read. */
function blockBytes(said: bigint): number {
  const bytes = Number(said);
  return bytes >= leastBlockBytes && bytes <= mostBlockBytes && bytes % leastBlockBytes === 0 ? bytes : leastBlockBytes;
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
