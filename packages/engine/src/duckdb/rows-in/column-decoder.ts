import type { DuckDBType } from '@duckdb/node-api';
import type { Vector } from '@duckdb/node-bindings';
import { FluxionError } from '../../base/index.ts';

/** Bytes that hold rows in PostgreSQL's binary COPY format. */
export interface Fields {
  readonly bytes: Buffer;
  /** The same bytes. */
  readonly view: DataView;
}

/**
 * Turns one column's fields of PostgreSQL's binary COPY format (big-endian) into the values of a DuckDB vector
 * (little-endian). It works column by column, so that each loop meets one type only.
 */
export interface ColumnDecoder {
  readonly type: DuckDBType;
  /** Bytes that one value takes in DuckDB's vector. */
  readonly width: number;
  /**
   * Writes the value of each row at `row * width` of `out`, which takes the place of what is in `vector`; into the vector's own
   * memory goes what values refer to. `positions` has where each row's field begins, behind its length of 4 bytes; negative:
   * NULL, whose value is left as it is.
   * @throws FluxionError INTERNAL for a value that the type cannot hold
   */
  decode(fields: Fields, positions: Int32Array, rowCount: number, out: DataView, vector: Vector): void;
}

/** Reads one value at `at` of `from` and writes it at `offset` of `out`. */
export type ValueReader = (from: DataView, at: number, out: DataView, offset: number) => void;

/** A decoder of values that take `width` bytes in DuckDB, whatever they take in PostgreSQL. */
export function fixedDecoder(type: DuckDBType, width: number, readValue: ValueReader): ColumnDecoder {
  return {
    type,
    width,
    decode({ view }, positions, rowCount, out) {
      for (let row = 0; row < rowCount; row++) {
        const at = positions[row] ?? -1;
        if (at >= 0) readValue(view, at, out, row * width);
      }
    },
  };
}

/** What is wrong with a value that was said to fit its column. */
export function unfit(type: DuckDBType): FluxionError {
  return new FluxionError('INTERNAL', `A value does not fit the type ${String(type)}.`);
}
