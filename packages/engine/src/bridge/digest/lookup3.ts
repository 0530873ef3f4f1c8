/** A 64-bit hash in two halves, as signed 32-bit numbers. */
export interface Hash64 {
  low: number;
  high: number;
}

/** The first value of each of the three words that a hash is made in, but for the length. */
const initial = (0x9e37_79b9 + 3_923_095) | 0;

/**
 * Bob Jenkins' hash `lookup3` in the form that PostgreSQL's `hashtextextended` gives a text's bytes and a 64-bit seed, on a
 * little-endian machine.
 *
 * @param out takes the hash: nothing is allocated for it
 * @param words the bytes, four to a number, little-endian; what follows the last one in its number is zero
 * @see http://burtleburtle.net/bob/c/lookup3.c
 */
export function lookup3(
  words: Int32Array,
  first: number,
  byteCount: number,
  seedLow: number,
  seedHigh: number,
  out: Hash64,
): void {
  let a = (initial + byteCount) | 0;
  let b = a;
  let c = a;
  let at = first;
  let left = byteCount;
  // The seed goes in like a block of its own, before the others.
  let isBlock = seedLow !== 0 || seedHigh !== 0;
  if (isBlock) {
    a = (a + seedHigh) | 0;
    b = (b + seedLow) | 0;
  }
  for (;;) {
    if (isBlock) {
      a = (a - c) ^ ((c << 4) | (c >>> 28));
      c = (c + b) | 0;
      b = (b - a) ^ ((a << 6) | (a >>> 26));
      a = (a + c) | 0;
      c = (c - b) ^ ((b << 8) | (b >>> 24));
      b = (b + a) | 0;
      a = (a - c) ^ ((c << 16) | (c >>> 16));
      c = (c + b) | 0;
      b = (b - a) ^ ((a << 19) | (a >>> 13));
      a = (a + c) | 0;
      c = (c - b) ^ ((b << 4) | (b >>> 28));
      b = (b + a) | 0;
    }
    if (left < 12) break;
    a = (a + (words[at] ?? 0)) | 0;
    b = (b + (words[at + 1] ?? 0)) | 0;
    c = (c + (words[at + 2] ?? 0)) | 0;
    at += 3;
    left -= 12;
    isBlock = true;
  }
  if (left > 0) a = (a + (words[at] ?? 0)) | 0;
  if (left > 4) b = (b + (words[at + 1] ?? 0)) | 0;
  // The lowest byte of the last word is kept for the length.
  if (left > 8) c = (c + ((words[at + 2] ?? 0) << 8)) | 0;
  finish(a, b, c, out);
}

function finish(firstWord: number, secondWord: number, thirdWord: number, out: Hash64): void {
  let a = firstWord;
  let b = secondWord;
  let c = thirdWord;
  c = ((c ^ b) - ((b << 14) | (b >>> 18))) | 0;
  a = ((a ^ c) - ((c << 11) | (c >>> 21))) | 0;
  b = ((b ^ a) - ((a << 25) | (a >>> 7))) | 0;
  c = ((c ^ b) - ((b << 16) | (b >>> 16))) | 0;
  a = ((a ^ c) - ((c << 4) | (c >>> 28))) | 0;
  b = ((b ^ a) - ((a << 14) | (a >>> 18))) | 0;
  c = ((c ^ b) - ((b << 24) | (b >>> 8))) | 0;
  out.low = c;
  out.high = b;
}
