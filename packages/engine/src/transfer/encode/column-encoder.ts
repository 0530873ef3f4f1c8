import type { RawVector } from '../../duckdb/index.ts';

/** The most rows of one DuckDB chunk. */
export const chunkRows = 2048;

/**
 * Turns one column of a DuckDB chunk into fields of PostgreSQL's binary COPY format (a length of 4 bytes, then the
 * value, big-endian; length -1: NULL). It works column by column, so that each loop meets one type only.
 * `measure` is always called just before `write` on the same vector, so an encoder may keep what it worked out.
 */
export interface ColumnEncoder {
  /** Bytes that one value takes in DuckDB's vector. */
  readonly width: number;
  /** Adds each row's value bytes (without the length) to `sizes`. */
  measure(vector: RawVector, rowCount: number, sizes: Int32Array): void;
  /** Writes each row's field at `positions[row]` and moves the position behind it. */
  write(vector: RawVector, rowCount: number, out: DataView, positions: Int32Array): void;
}

/** Tells whether `row` holds a value. */
export function isValue(validity: Uint8Array | null, row: number): boolean {
  return validity === null || ((validity[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
}

/** A view for reading little-endian values of a vector. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** `measure` for values of `size` bytes each. */
export function measureFixed(size: number): ColumnEncoder['measure'] {
  return ({ validity }, rowCount, sizes) => {
    for (let row = 0; row < rowCount; row++) {
      if (isValue(validity, row)) sizes[row] = (sizes[row] ?? 0) + size;
    }
  };
}

/** Writes one value that is there: reads at `offset` of `from`, writes `size` bytes at `at` of `out`. */
export type ValueWriter = (from: DataView, offset: number, out: DataView, at: number) => void;

/** An encoder of values that take `width` bytes in DuckDB and `size` bytes in PostgreSQL. */
export function fixedEncoder(width: number, size: number, writeValue: ValueWriter): ColumnEncoder {
  return {
    width,
    measure: measureFixed(size),
    write({ data, validity }, rowCount, out, positions) {
      const from = viewOf(data);
      for (let row = 0; row < rowCount; row++) {
        const at = positions[row] ?? 0;
        if (isValue(validity, row)) {
          out.setInt32(at, size);
          writeValue(from, row * width, out, at + 4);
          positions[row] = at + 4 + size;
        } else {
          out.setInt32(at, -1);
          positions[row] = at + 4;
        }
      }
    },
  };
}
