import { BLOB, VARCHAR, type DuckDBType } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import type { ColumnDecoder } from './column-decoder.ts';

/** DuckDB keeps strings of at most so many bytes in the vector itself, behind their length of 4 bytes. */
const inlineBytes = 12;
const width = 4 + inlineBytes;

/** Text (in UTF-8) and bytes, which are the same in both systems. */
function bytesDecoder(type: DuckDBType): ColumnDecoder {
  let long: number[] = [];
  return {
    type,
    width,
    decode({ bytes, view }, positions, rowCount, out) {
      long = [];
      for (let row = 0; row < rowCount; row++) {
        const at = positions[row] ?? -1;
        const length = at < 0 ? 0 : view.getInt32(at - 4);
        const offset = row * width;
        if (length > inlineBytes) {
          long.push(row);
          // The vector copies the text itself, and writes its own reference over this one.
          out.setInt32(offset, 0, true);
          continue;
        }
        out.setInt32(offset, length, true);
        // DuckDB compares all the bytes: those behind the text must be zero.
        for (let index = 0; index < inlineBytes; index++) {
          out.setUint8(offset + 4 + index, index < length ? (bytes[at + index] ?? 0) : 0);
        }
      }
    },
    finish({ bytes, view }, positions, vector) {
      for (const row of long) {
        const at = positions[row] ?? 0;
        duckdb.vector_assign_string_element_len(vector, row, bytes.subarray(at, at + view.getInt32(at - 4)));
      }
    },
  };
}

export const textDecoder = (): ColumnDecoder => bytesDecoder(VARCHAR);
export const blobDecoder = (): ColumnDecoder => bytesDecoder(BLOB);
