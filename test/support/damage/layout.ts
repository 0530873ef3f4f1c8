import { checksum } from './checksum.ts';

/** A stretch of bytes that DuckDB guards with a checksum, which stands before it in 8 bytes. */
export interface Sealed {
  readonly checksumAt: number;
  readonly from: number;
  readonly to: number;
}

/** The main header and the two database headers, each of them 4 KiB with its checksum. */
const headerBytes = 4096;
const headers = 3;
/** Where in a database header its file's block size stands. */
const blockSizeAt = 40;

/** Where the file's parts begin and end: the headers, then blocks of equal size. */
export function partsOf(file: Buffer): Sealed[] {
  const first = sealedParts(file, { at: 0, bytes: headerBytes, end: headers * headerBytes });
  const bytes = Number(file.readBigUInt64LE(headerBytes + blockSizeAt));
  return [...first, ...sealedParts(file, { at: headers * headerBytes, bytes, end: file.length })];
}

function sealedParts(file: Buffer, { at, bytes, end }: { at: number; bytes: number; end: number }): Sealed[] {
  const count = Math.floor((end - at) / bytes);
  return Array.from({ length: count }, (_, index) => {
    const start = at + index * bytes;
    return { checksumAt: start, from: start + 8, to: start + bytes };
  });
}

/** A write-ahead log's entries: each its size and its checksum, then that many bytes. The first, its header, has neither. */
export function entriesOf(log: Buffer): Sealed[] {
  const entries: Sealed[] = [];
  // The header of a log without a database identifier, as every unencrypted file has it.
  let at = 8;
  while (at + 16 <= log.length) {
    const from = at + 16;
    const to = from + Number(log.readBigUInt64LE(at));
    if (to > log.length) throw new Error(`no entry of a write-ahead log begins at ${at}`);
    entries.push({ checksumAt: at + 8, from, to });
    at = to;
  }
  return entries;
}

/** Writes the checksum that fits the part's bytes, so that DuckDB takes what was changed for what it wrote. */
export function seal(bytes: Buffer, { checksumAt, from, to }: Sealed): void {
  bytes.writeBigUInt64LE(checksum(bytes.subarray(from, to)), checksumAt);
}

/** Whether the part's checksum fits its bytes. */
export function isSealed(bytes: Buffer, { checksumAt, from, to }: Sealed): boolean {
  return bytes.readBigUInt64LE(checksumAt) === checksum(bytes.subarray(from, to));
}
