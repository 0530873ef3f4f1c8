import { BLOB, VARCHAR, type DuckDBType } from '@duckdb/node-api';
import duckdb, { type Vector } from '@duckdb/node-bindings';
import type { ColumnDecoder, Fields } from './column-decoder.ts';

/** DuckDB keeps strings of at most so many bytes in the vector itself, behind their length of 4 bytes. */
const inlineBytes = 12;
const width = 4 + inlineBytes;

const two32 = 2 ** 32;

/** Text (in UTF-8) and bytes, which are the same in both systems. */
function bytesDecoder(type: DuckDBType): ColumnDecoder {
  const strings = new LongStrings();
  return {
    type,
    width,
    decode({ bytes, view }, positions, rowCount, out, vector) {
      const long: number[] = [];
      for (let row = 0; row < rowCount; row++) {
        const at = positions[row] ?? -1;
        const length = at < 0 ? 0 : view.getInt32(at - 4);
        if (length > inlineBytes) long.push(row);
        else writeInline(bytes, view, at, length, out, row * width);
      }
      if (long.length > 0) strings.write({ bytes, view }, positions, long, out, vector);
    },
  };
}

/** By a text's length: which bits of the first, second and third 4 bytes are its own. */
const [firstBits, secondBits, thirdBits] = [ownBits(0), ownBits(4), ownBits(8)];

function ownBits(before: number): Int32Array {
  return Int32Array.from({ length: inlineBytes + 1 }, (_, length) => {
    const own = Math.min(Math.max(length - before, 0), 4);
    return own === 4 ? -1 : 2 ** (8 * own) - 1;
  });
}

/** DuckDB compares all the bytes: those behind the text must be zero. */
function writeInline(bytes: Buffer, view: DataView, at: number, length: number, out: DataView, offset: number): void {
  out.setInt32(offset, length, true);
  if (at >= 0 && at + inlineBytes <= view.byteLength) {
    out.setInt32(offset + 4, view.getInt32(at, true) & (firstBits[length] ?? 0), true);
    out.setInt32(offset + 8, view.getInt32(at + 4, true) & (secondBits[length] ?? 0), true);
    out.setInt32(offset + 12, view.getInt32(at + 8, true) & (thirdBits[length] ?? 0), true);
    return;
  }
  for (let index = 0; index < inlineBytes; index++) {
    out.setUint8(offset + 4 + index, index < length ? (bytes[at + index] ?? 0) : 0);
  }
}

/**
 * Strings that the vector only refers to, by their length, first 4 bytes and address. All of a chunk go into the vector's
 * memory as one, of which each is a part: a call for each of them would take longer than all the rest.
 */
class LongStrings {
  #joined = Buffer.alloc(0);

  write({ bytes, view }: Fields, positions: Int32Array, rows: readonly number[], out: DataView, vector: Vector): void {
    let total = 0;
    for (const row of rows) total += view.getInt32((positions[row] ?? 0) - 4);
    if (this.#joined.length < total) this.#joined = Buffer.allocUnsafe(total);
    let end = 0;
    for (const row of rows) {
      const at = positions[row] ?? 0;
      end += bytes.copy(this.#joined, end, at, at + view.getInt32(at - 4));
    }
    // What it writes into the first row is the address; the values take its place.
    duckdb.vector_assign_string_element_len(vector, 0, this.#joined.subarray(0, total));
    const first = duckdb.vector_get_data(vector, width);
    const reference = new DataView(first.buffer, first.byteOffset, width);
    const [low, high] = [reference.getUint32(8, true), reference.getUint32(12, true)];
    let before = 0;
    for (const row of rows) {
      const at = positions[row] ?? 0;
      const length = view.getInt32(at - 4);
      const address = low + before;
      out.setInt32(row * width, length, true);
      out.setInt32(row * width + 4, view.getInt32(at, true), true);
      out.setUint32(row * width + 8, address % two32, true);
      out.setUint32(row * width + 12, high + Math.floor(address / two32), true);
      before += length;
    }
  }
}

export const textDecoder = (): ColumnDecoder => bytesDecoder(VARCHAR);
export const blobDecoder = (): ColumnDecoder => bytesDecoder(BLOB);
