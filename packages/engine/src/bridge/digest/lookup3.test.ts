import { expect, it } from 'vitest';
import { lookup3 } from './lookup3.ts';

function hashOf(text: string, seed: bigint): bigint {
  const bytes = Buffer.from(text);
  const words = new Int32Array(Math.ceil(bytes.length / 4));
  new Uint8Array(words.buffer).set(bytes);
  const hash = { low: 0, high: 0 };
  lookup3(words, 0, bytes.length, Number(BigInt.asIntN(32, seed)), Number(BigInt.asIntN(32, seed >> 32n)), hash);
  return (BigInt(hash.high) << 32n) | BigInt(hash.low >>> 0);
}

// What PostgreSQL 16 and 18 answer to SELECT hashtextextended(text COLLATE "C", seed).
it.each([
  ['', 0n, -6939563903564495251n],
  ['', 1n, -150071773020461347n],
  ['a', 0n, 3591986179850072241n],
  ['a', -1n, 8688456822845412000n],
  ['abc', 4294967296n, -1269793291039555064n],
  ['abcdefgh', 5n, -8489717129317783089n],
  ['abcdefghi', 5n, 1170368177875774755n],
  ['twelve bytes', 7n, 5524862673995121598n],
  ['thirteen byte', 7n, -1758032986519610332n],
  ['ñ漢🙂', -9223372036854775808n, 4428147915242945215n],
  ['twenty-four bytes exactly', 9223372036854775807n, -3393908613848436246n],
])('%j with seed %i', (text, seed, expected) => {
  expect(hashOf(text, seed)).toBe(expected);
});
