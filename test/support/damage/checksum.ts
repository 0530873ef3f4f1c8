/**
 * DuckDB's checksum (src/common/checksum.cpp): 5381, with each 64-bit little-endian word times a constant XORed in, and
 * the 1 to 7 bytes that are left as a MurmurHash64A.
 */
export function checksum(bytes: Buffer): bigint {
  let sum = 5381n;
  const whole = bytes.length - (bytes.length % 8);
  for (let at = 0; at < whole; at += 8) {
    const word = bytes.readBigUInt64LE(at);
    // A word of zeros adds nothing, and most of a block may be zeros.
    if (word !== 0n) sum ^= BigInt.asUintN(64, word * 0xbf58476d1ce4e5b9n);
  }
  return whole === bytes.length ? sum : sum ^ remainder(bytes.subarray(whole));
}

const factor = 0xc6a4a7935bd1e995n;

function remainder(bytes: Buffer): bigint {
  let hash = 0xe17a1465n ^ (BigInt(bytes.length) * factor);
  for (const [index, byte] of bytes.entries()) hash ^= BigInt(byte) << BigInt(8 * index);
  hash = BigInt.asUintN(64, hash * factor);
  hash ^= hash >> 47n;
  hash = BigInt.asUintN(64, hash * factor);
  return hash ^ (hash >> 47n);
}
