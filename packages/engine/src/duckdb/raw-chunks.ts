import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { QueryError } from './query-error.ts';

/**
 * One column of a chunk as DuckDB holds it in memory: fixed-width values, and a bit a row that says which are not NULL. A
 * LIST's value is the place of its first element and their number, 8 bytes each; an ARRAY has none of its own.
 */
export interface RawVector {
  /** The values, little-endian, `rowCount * width` bytes. What stands at a NULL is undefined. */
  readonly data: Uint8Array;
  /** A set bit is a value, a clear one a NULL; null: no NULL in the chunk. */
  readonly validity: Uint8Array | null;
  /** Of a LIST: the elements of all rows, and maybe some of none, in any order. */
  listElements(width: number): RawVector;
  /** Of an ARRAY of `size`: the elements of each row behind those of the row before. */
  arrayElements(width: number, size: number): RawVector;
}

export interface RawChunk {
  readonly rowCount: number;
  /** The column at `index` whose values take `width` bytes each. Valid as long as the chunk is referenced. */
  vector(index: number, width: number): RawVector;
}

export interface RawStream {
  readonly columnTypes: readonly DuckDBType[];
  chunks(): AsyncGenerator<RawChunk, void, undefined>;
}

/** Runs a query and streams its answer as raw chunks of at most 2,048 rows; only a few are ever in memory. @throws QueryError */
export async function streamRaw(connection: DuckDBConnection, sql: string): Promise<RawStream> {
  const fail = (error: unknown): never => {
    throw new QueryError(sql, error);
  };
  const result = await connection.stream(sql).catch(fail);
  async function* chunks(): AsyncGenerator<RawChunk, void, undefined> {
    let next = result.fetchChunk();
    try {
      for (;;) {
        const chunk = await next.catch(fail);
        if (!chunk || chunk.rowCount === 0) return;
        // DuckDB makes the next chunk on its own thread while the caller works on this one.
        next = result.fetchChunk();
        yield rawChunk(chunk.chunk, chunk.rowCount);
      }
    } finally {
      // A caller that stops early must not close the connection under the fetch that is still running.
      await next.catch(() => null);
    }
  }
  return { columnTypes: result.columnTypes(), chunks };
}

/** `rowCount` rows of a chunk from row `first`, without copying but for the validity bits. */
export function sliceChunk(chunk: RawChunk, first: number, rowCount: number): RawChunk {
  return { rowCount, vector: (index, width) => sliceVector(chunk.vector(index, width), first, rowCount, width) };
}

/** `count` values of a vector from the one at `first`. */
export function sliceVector(vector: RawVector, first: number, count: number, width: number): RawVector {
  return {
    data: vector.data.subarray(first * width, (first + count) * width),
    validity: vector.validity && bitsFrom(vector.validity, first, count),
    listElements: (inner) => vector.listElements(inner),
    arrayElements: (inner, size) => sliceVector(vector.arrayElements(inner, size), first * size, count * size, inner),
  };
}

/** Bits from the one at `first`, moved so that it begins a byte. */
function bitsFrom(bits: Uint8Array, first: number, count: number): Uint8Array {
  const start = first >> 3;
  const shift = first & 7;
  if (shift === 0) return bits.subarray(start);
  const moved = new Uint8Array(Math.ceil(count / 8));
  for (let i = 0; i < moved.length; i++) {
    moved[i] = ((bits[start + i] ?? 0) >> shift) | ((bits[start + i + 1] ?? 0) << (8 - shift));
  }
  return moved;
}

function rawChunk(chunk: duckdb.DataChunk, rowCount: number): RawChunk {
  return {
    rowCount,
    vector: (index, width) => new Vector(duckdb.data_chunk_get_vector(chunk, index), rowCount, width),
  };
}

const nothing = new Uint8Array(0);

/** A class, not a literal with functions of its own: there is one for every column of every 2,048 rows. */
class Vector implements RawVector {
  readonly data: Uint8Array;
  readonly validity: Uint8Array | null;
  readonly #vector: duckdb.Vector;
  readonly #count: number;

  constructor(vector: duckdb.Vector, count: number, width: number) {
    const byteCount = count * width;
    this.data = byteCount === 0 ? nothing : duckdb.vector_get_data(vector, byteCount);
    this.validity = count === 0 ? null : duckdb.vector_get_validity(vector, Math.ceil(count / 64) * 8);
    this.#vector = vector;
    this.#count = count;
  }

  listElements(width: number): RawVector {
    return new Vector(duckdb.list_vector_get_child(this.#vector), duckdb.list_vector_get_size(this.#vector), width);
  }

  arrayElements(width: number, size: number): RawVector {
    return new Vector(duckdb.array_vector_get_child(this.#vector), this.#count * size, width);
  }
}

const pointer = new Uint8Array(8);

/** Copies nothing: a view of `byteCount` bytes of DuckDB's string heap at `address`, valid as long as its chunk is. */
export function heapBytes(address: number, byteCount: number): Uint8Array {
  new DataView(pointer.buffer).setBigUint64(0, BigInt(address), true);
  return duckdb.get_data_from_pointer(pointer.buffer, 0, byteCount);
}
