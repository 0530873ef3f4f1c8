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
  /** Gives the bytes (without the length) that every row's value takes, and adds to `sizes` what a row takes on top. */
  measure(vector: RawVector, rowCount: number, sizes: Int32Array): number;
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

/** Writes one value that is there: reads at `offset` of `from`, writes its bytes at `at` of `out`. */
export type ValueWriter = (from: DataView, offset: number, out: DataView, at: number) => void;

/** Writes the fields of a whole column without NULLs. */
export type DenseWriter = (from: DataView, rowCount: number, out: DataView, positions: Int32Array) => void;

/** `measure` for values that all take `size` bytes. */
export function measureFixed(validity: Uint8Array | null, rowCount: number, sizes: Int32Array, size: number): number {
  if (validity === null) return size;
  for (let row = 0; row < rowCount; row++) if (isValue(validity, row)) sizes[row] = (sizes[row] ?? 0) + size;
  return 0;
}

/**
 * An encoder of values that take `width` bytes in DuckDB and `size` bytes in PostgreSQL. `writeDense` is for the types of
 * most columns: a loop of its own, since one loop that calls every type's writer is several times slower.
 */
export function fixedEncoder(
  width: number,
  size: number,
  writeValue: ValueWriter,
  writeDense?: DenseWriter,
): ColumnEncoder {
  return {
    width,
    measure: ({ validity }, rowCount, sizes) => measureFixed(validity, rowCount, sizes, size),
    write({ data, validity }, rowCount, out, positions) {
      const from = viewOf(data);
      if (validity === null && writeDense) {
        writeDense(from, rowCount, out, positions);
        return;
      }
      for (let row = 0; row < rowCount; row++) {
        const at = positions[row] ?? 0;
        const there = isValue(validity, row);
        out.setInt32(at, there ? size : -1);
        if (there) writeValue(from, row * width, out, at + 4);
        positions[row] = at + 4 + (there ? size : 0);
      }
    },
  };
}
