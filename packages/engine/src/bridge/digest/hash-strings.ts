import { heapBytes } from '../../duckdb/index.ts';

/** DuckDB's strings take four 32-bit words: the length, then up to 12 bytes in place padded with zeros, or 4 of them and a pointer to all. */
const stringWords = 4;
const inlineLimit = 12;
const two32 = 2 ** 32;

/** Long strings that lie this close are read at one go: two mapped bytes less than a page apart have no unmapped page between. */
const pageBytes = 4096;
/** What one read brings at most, unless one string is longer. */
const mostBytes = 1024 * 1024;

/** Gives `hashWords` the text of every row of a vector of strings that is not NULL, `strings` being its memory. */
export function hashStrings(strings: Int32Array, isValue: (row: number) => boolean, hashWords: HashWords): void {
  const rowCount = strings.length / stringWords;
  const long: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (!isValue(row)) continue;
    const byteCount = lengthAt(strings, row);
    if (byteCount > inlineLimit) long.push(row);
    else hashWords(row, strings, row * stringWords + 1, byteCount);
  }
  hashLong(strings, long, hashWords);
}

const lengthAt = (strings: Int32Array, row: number) => (strings[row * stringWords] ?? 0) >>> 0;
const addressAt = (strings: Int32Array, row: number) =>
  ((strings[row * stringWords + 3] ?? 0) >>> 0) * two32 + ((strings[row * stringWords + 2] ?? 0) >>> 0);

/** Takes a row's text: `byteCount` bytes as little-endian words from `first` on, padded with zeros; good until it returns. */
type HashWords = (row: number, words: Int32Array, first: number, byteCount: number) => void;

/** Hashes the strings that lie in DuckDB's heap, run by run of neighbours: a call into DuckDB costs more than the hash. */
function hashLong(strings: Int32Array, rows: readonly number[], hashWords: HashWords): void {
  for (let first = 0, next = 0; first < rows.length; first = next) {
    let low = Number.POSITIVE_INFINITY;
    let high = 0;
    for (; next < rows.length; next++) {
      const row = rows[next] ?? 0;
      const address = addressAt(strings, row);
      const end = address + lengthAt(strings, row);
      const isFar = address >= high + pageBytes || end <= low - pageBytes;
      const span = Math.max(high, end) - Math.min(low, address);
      if (next > first && (isFar || span > mostBytes)) break;
      low = Math.min(low, address);
      high = Math.max(high, end);
    }
    const bytes = heapBytes(low, high - low);
    for (const row of rows.slice(first, next)) {
      const byteCount = lengthAt(strings, row);
      hashWords(row, alignedWords(bytes, addressAt(strings, row) - low, byteCount), 0, byteCount);
    }
  }
}

let aligned = new Int32Array(1024);

/** The bytes as little-endian words, padded with zeros; good until the next call. */
function alignedWords(bytes: Uint8Array, from: number, byteCount: number): Int32Array {
  const words = Math.ceil(byteCount / 4);
  if (aligned.length < words) aligned = new Int32Array(2 * words);
  const whole = byteCount >> 2;
  let at = from;
  for (let word = 0; word < whole; word++, at += 4) {
    aligned[word] =
      (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  }
  let rest = 0;
  for (let shift = 0; at < from + byteCount; at++, shift += 8) rest |= (bytes[at] ?? 0) << shift;
  if (whole < words) aligned[whole] = rest;
  return aligned;
}
