import { BIGINT, DuckDBScalarFunction, VARCHAR, type DuckDBConnection } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { heapBytes, smallRowsJson } from '../../../duckdb/index.ts';
import { lookup3, type Hash64 } from './lookup3.ts';

/** The name in DuckDB's SQL of PostgreSQL's `hashtextextended(text, bigint)`. */
export const duckHashName = 'fluxion_hashtextextended';

/** Makes `duckHashName` known to the connection's database, in memory: the file stays as it is. */
export async function registerDuckHash(connection: DuckDBConnection): Promise<void> {
  const known = await smallRowsJson(
    connection,
    `SELECT 1 FROM duckdb_functions() WHERE function_name = '${duckHashName}'`,
  );
  if (known.length > 0) return;
  const definition = new DuckDBScalarFunction();
  definition.setName(duckHashName);
  definition.addParameter(VARCHAR);
  definition.addParameter(BIGINT);
  definition.setReturnType(BIGINT);
  duckdb.scalar_function_set_function(definition.scalar_function, (_info, input, output) => hashChunk(input, output));
  connection.registerScalarFunction(definition);
}

/** DuckDB's strings take four 32-bit words: the length, then up to 12 bytes in place padded with zeros, or 4 of them and a pointer to all. */
const stringWords = 4;
const inlineLimit = 12;
const two32 = 2 ** 32;

/** Long strings that lie this close are read at one go: two mapped bytes less than a page apart have no unmapped page between. */
const pageBytes = 4096;
/** What one read brings at most, unless one string is longer. */
const mostBytes = 1024 * 1024;

const hash: Hash64 = { low: 0, high: 0 };

/** The hashes of a chunk's texts (its first column) with their seeds (its second); NULL where either is. */
function hashChunk(chunk: duckdb.DataChunk, output: duckdb.Vector): void {
  const rowCount = duckdb.data_chunk_get_size(chunk);
  const texts = duckdb.data_chunk_get_vector(chunk, 0);
  const seeds = duckdb.data_chunk_get_vector(chunk, 1);
  const nulls = nullsOf([texts, seeds], rowCount);
  const strings = wordsOf(texts, rowCount * stringWords);
  const seedWords = wordsOf(seeds, rowCount * 2);
  const hashes = new Int32Array(rowCount * 2);
  const hashWords = (row: number, words: Int32Array, first: number, byteCount: number) => {
    lookup3(words, first, byteCount, seedWords[2 * row] ?? 0, seedWords[2 * row + 1] ?? 0, hash);
    hashes[2 * row] = hash.low;
    hashes[2 * row + 1] = hash.high;
  };
  const long: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (nulls && !isValue(nulls, row)) continue;
    const byteCount = lengthAt(strings, row);
    if (byteCount > inlineLimit) long.push(row);
    else hashWords(row, strings, row * stringWords + 1, byteCount);
  }
  hashLong(strings, long, hashWords);
  duckdb.copy_data_to_vector(output, 0, hashes.buffer, 0, hashes.byteLength);
  if (!nulls) return;
  duckdb.vector_ensure_validity_writable(output);
  duckdb.copy_data_to_vector_validity(output, 0, nulls.buffer, 0, nulls.byteLength);
}

const lengthAt = (strings: Int32Array, row: number) => (strings[row * stringWords] ?? 0) >>> 0;
const addressAt = (strings: Int32Array, row: number) =>
  ((strings[row * stringWords + 3] ?? 0) >>> 0) * two32 + ((strings[row * stringWords + 2] ?? 0) >>> 0);

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

/** The validity bits of rows whose inputs are all there: a set bit is a value; undefined: all are. */
function nullsOf(inputs: readonly duckdb.Vector[], rowCount: number): Uint8Array<ArrayBuffer> | undefined {
  const byteCount = Math.ceil(rowCount / 64) * 8;
  const given = inputs
    .map((input): Uint8Array | null => duckdb.vector_get_validity(input, byteCount))
    .filter((validity) => validity !== null);
  if (given.length === 0) return undefined;
  return Uint8Array.from({ length: byteCount }, (_, byte) =>
    given.reduce((bits, validity) => bits & (validity[byte] ?? 0), 0xff),
  );
}

const isValue = (validity: Uint8Array, row: number) => (((validity[row >> 3] ?? 0) >> (row & 7)) & 1) === 1;

function wordsOf(vector: duckdb.Vector, count: number): Int32Array {
  const { buffer, byteOffset } = duckdb.vector_get_data(vector, count * 4);
  return new Int32Array(buffer, byteOffset, count);
}
