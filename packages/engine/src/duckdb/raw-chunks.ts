import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { QueryError } from './query-error.ts';

/** One column of a chunk as DuckDB holds it in memory: fixed-width values, and a bit a row that says which are not NULL. */
export interface RawVector {
  /** The values, little-endian, `rowCount * width` bytes. What stands at a NULL is undefined. */
  readonly data: Uint8Array;
  /** A set bit is a value, a clear one a NULL; null: no NULL in the chunk. */
  readonly validity: Uint8Array | null;
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

/** Slices begin at multiples of this many rows, where a byte of the validity bits begins. */
export const sliceUnit = 8;

/** `rowCount` rows of a chunk from row `first`, a multiple of `sliceUnit`, without copying. */
export function sliceChunk(chunk: RawChunk, first: number, rowCount: number): RawChunk {
  return {
    rowCount,
    vector(index, width) {
      const { data, validity } = chunk.vector(index, width);
      return {
        data: data.subarray(first * width, (first + rowCount) * width),
        validity: validity?.subarray(first / sliceUnit) ?? null,
      };
    },
  };
}

function rawChunk(chunk: duckdb.DataChunk, rowCount: number): RawChunk {
  return {
    rowCount,
    vector(index, width) {
      const vector = duckdb.data_chunk_get_vector(chunk, index);
      return {
        data: duckdb.vector_get_data(vector, rowCount * width),
        validity: duckdb.vector_get_validity(vector, Math.ceil(rowCount / 64) * 8),
      };
    },
  };
}

const pointer = new Uint8Array(8);

/** Copies nothing: a view of `byteCount` bytes of DuckDB's string heap at `address`, valid as long as its chunk is. */
export function heapBytes(address: number, byteCount: number): Uint8Array {
  new DataView(pointer.buffer).setBigUint64(0, BigInt(address), true);
  return duckdb.get_data_from_pointer(pointer.buffer, 0, byteCount);
}
