import { heapBytes, type RawVector } from '../../duckdb/index.ts';
import { chunkRows, isValue, viewOf, type ColumnEncoder } from './column-encoder.ts';

/** A DuckDB string takes 16 bytes: its length, then up to 12 bytes in place, or 4 of them and a pointer to all. */
export const stringWidth = 16;
export const inlineLimit = 12;
const two32 = 2 ** 32;

/** Long strings that lie this close are read at one go: two mapped bytes less than a page apart have no unmapped page between them. */
const pageBytes = 4096;

/** Below this many bytes a plain loop copies faster than `set`. */
const shortCopy = 48;

/** Strings and blobs: their bytes as they are, after `prefix` if there is one (jsonb's version number). */
export function bytesEncoder(prefix: readonly number[] = []): ColumnEncoder {
  const addresses = new Float64Array(chunkRows);
  return {
    width: stringWidth,
    measure({ data, validity }, rowCount, sizes) {
      const from = viewOf(data);
      for (let row = 0; row < rowCount; row++) {
        if (validity !== null && !isValue(validity, row)) continue;
        sizes[row] = (sizes[row] ?? 0) + from.getUint32(row * stringWidth, true) + prefix.length;
      }
      return 0;
    },
    write(vector, rowCount, out, positions) {
      const bytes = new Uint8Array(out.buffer, out.byteOffset, out.byteLength);
      writeShort(vector, rowCount, out, bytes, positions, prefix, addresses);
      writeLong(viewOf(vector.data), rowCount, bytes, positions, addresses);
    },
  };
}

/** Writes lengths, NULLs and the strings held in place; leaves room for each long one and notes its address (else 0). */
function writeShort(
  { data, validity }: RawVector,
  rowCount: number,
  out: DataView,
  bytes: Uint8Array,
  positions: Int32Array,
  prefix: readonly number[],
  addresses: Float64Array,
): void {
  const from = viewOf(data);
  for (let row = 0; row < rowCount; row++) {
    let at = positions[row] ?? 0;
    addresses[row] = 0;
    if (validity !== null && !isValue(validity, row)) {
      out.setInt32(at, -1);
      positions[row] = at + 4;
      continue;
    }
    const offset = row * stringWidth;
    const length = from.getUint32(offset, true);
    out.setInt32(at, length + prefix.length);
    at += 4;
    for (const byte of prefix) bytes[at++] = byte;
    if (length > inlineLimit) {
      addresses[row] = stringAddress(from, offset);
    } else {
      writeInline(from, offset + 4, length, out, at);
    }
    positions[row] = at + length;
  }
}

/** Where the bytes of a long string are that stands at `offset`. */
export function stringAddress(from: DataView, offset: number): number {
  return from.getUint32(offset + 12, true) * two32 + from.getUint32(offset + 8, true);
}

/** Copies a string held in place: four bytes at a time, then the rest. */
function writeInline(from: DataView, start: number, length: number, out: DataView, at: number): void {
  let done = 0;
  for (; done + 4 <= length; done += 4) out.setInt32(at + done, from.getInt32(start + done));
  for (; done < length; done++) out.setUint8(at + done, from.getUint8(start + done));
}

/** Fills in the long strings, run by run of neighbours in DuckDB's heap: a call into DuckDB costs more than a copy. */
function writeLong(
  from: DataView,
  rowCount: number,
  bytes: Uint8Array,
  positions: Int32Array,
  addresses: Float64Array,
): void {
  let first = 0;
  let low = 0;
  let high = 0;
  for (let row = 0; row <= rowCount; row++) {
    const address = row < rowCount ? (addresses[row] ?? 0) : 0;
    if (address === 0 && row < rowCount) continue;
    const end = row < rowCount ? address + from.getUint32(row * stringWidth, true) : 0;
    if (high > 0 && row < rowCount && address < high + pageBytes && end > low - pageBytes) {
      low = Math.min(low, address);
      high = Math.max(high, end);
      continue;
    }
    if (high > 0) copyRun(heapBytes(low, high - low), low, first, row, from, bytes, positions, addresses);
    first = row;
    low = address;
    high = end;
  }
}

function copyRun(
  heap: Uint8Array,
  low: number,
  first: number,
  end: number,
  from: DataView,
  bytes: Uint8Array,
  positions: Int32Array,
  addresses: Float64Array,
): void {
  for (let row = first; row < end; row++) {
    const address = addresses[row] ?? 0;
    if (address === 0) continue;
    const length = from.getUint32(row * stringWidth, true);
    const at = (positions[row] ?? 0) - length;
    const start = address - low;
    if (length < shortCopy) for (let i = 0; i < length; i++) bytes[at + i] = heap[start + i] ?? 0;
    else bytes.set(heap.subarray(start, start + length), at);
  }
}
