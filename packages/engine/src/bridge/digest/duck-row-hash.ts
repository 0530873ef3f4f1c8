import { BIGINT, DuckDBScalarFunction, VARCHAR, type DuckDBConnection } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { hashStrings } from './hash-strings.ts';
import { lookup3, type Hash64 } from './lookup3.ts';
import { columnSeeds, rowSeed, type NumberSeed } from './seeds.ts';

/** A column of what is hashed: of 64-bit numbers or of texts. */
export type ValueKind = 'number' | 'text';

/** The name in DuckDB's SQL of the hash of a row of such values. */
export function duckRowHash(kinds: readonly ValueKind[]): string {
  return `fluxion_row_hash_${kinds.map((kind) => kind[0]).join('')}`;
}

/**
 * Makes `duckRowHash(kinds)` known to the connection's database, in memory: the file stays as it is. One function takes all
 * columns, for each call of it costs as much as hashing a thousand values.
 */
export async function registerDuckRowHash(connection: DuckDBConnection, kinds: readonly ValueKind[]): Promise<void> {
  const name = duckRowHash(kinds);
  if (await isKnown(connection, name, kinds.length)) return;
  const definition = new DuckDBScalarFunction();
  definition.setName(name);
  for (const kind of kinds) definition.addParameter(kind === 'text' ? VARCHAR : BIGINT);
  definition.setReturnType(BIGINT);
  duckdb.scalar_function_set_function(definition.scalar_function, (_info, chunk, output) => {
    const hashes = rowHashes(chunk, kinds);
    duckdb.copy_data_to_vector(output, 0, hashes.buffer, 0, hashes.byteLength);
  });
  connection.registerScalarFunction(definition);
}

/** By trying: asking the catalogue takes longer than comparing a small table. What a transaction brought goes with it. */
async function isKnown(connection: DuckDBConnection, name: string, places: number): Promise<boolean> {
  try {
    const nulls = Array.from({ length: places }, () => 'NULL');
    (await connection.prepare(`SELECT ${name}(${nulls.join(', ')})`)).destroySync();
    return true;
  } catch {
    return false;
  }
}

const hash: Hash64 = { low: 0, high: 0 };
const seedBytes = 16;

/** The hash of each row of a chunk, as two 32-bit halves. */
function rowHashes(chunk: duckdb.DataChunk, kinds: readonly ValueKind[]): Int32Array<ArrayBuffer> {
  const rowCount = duckdb.data_chunk_get_size(chunk);
  const hashes = new Int32Array(2 * rowCount);
  for (const [place, kind] of kinds.entries()) {
    const vector = duckdb.data_chunk_get_vector(chunk, place);
    const validity: Uint8Array | null = duckdb.vector_get_validity(vector, Math.ceil(rowCount / 64) * 8);
    const seeds = columnSeeds(place);
    if (validity) addNulls(validity, hashes, seeds.ofNull);
    const isValue = (row: number) => validity === null || isSet(validity, row);
    if (kind === 'text') {
      hashStrings(wordsOf(vector, 4 * rowCount), isValue, (row, words, first, byteCount) => {
        lookup3(words, first, byteCount, seeds.ofText.low, seeds.ofText.high, hash);
        add(hashes, row);
      });
      continue;
    }
    const numbers = wordsOf(vector, 2 * rowCount);
    for (let row = 0; row < rowCount; row++) {
      if (!isValue(row)) continue;
      lookup3(seeds.ofNumber.words, 0, seedBytes, numbers[2 * row] ?? 0, numbers[2 * row + 1] ?? 0, hash);
      add(hashes, row);
    }
  }
  for (let row = 0; row < rowCount; row++) {
    lookup3(rowSeed.words, 0, seedBytes, hashes[2 * row] ?? 0, hashes[2 * row + 1] ?? 0, hash);
    hashes[2 * row] = hash.low;
    hashes[2 * row + 1] = hash.high;
  }
  return hashes;
}

function add(hashes: Int32Array, row: number): void {
  hashes[2 * row] = (hashes[2 * row] ?? 0) ^ hash.low;
  hashes[2 * row + 1] = (hashes[2 * row + 1] ?? 0) ^ hash.high;
}

function addNulls(validity: Uint8Array, hashes: Int32Array, { low, high }: NumberSeed): void {
  for (let row = 0; 2 * row < hashes.length; row++) {
    if (isSet(validity, row)) continue;
    hashes[2 * row] = (hashes[2 * row] ?? 0) ^ low;
    hashes[2 * row + 1] = (hashes[2 * row + 1] ?? 0) ^ high;
  }
}

const isSet = (validity: Uint8Array, row: number) => (((validity[row >> 3] ?? 0) >> (row & 7)) & 1) === 1;

function wordsOf(vector: duckdb.Vector, count: number): Int32Array {
  const { buffer, byteOffset } = duckdb.vector_get_data(vector, count * 4);
  return new Int32Array(buffer, byteOffset, count);
}
