import { heapBytes } from '../../duckdb/index.ts';
import { isValue, viewOf, type ColumnEncoder } from './column-encoder.ts';
import { headBytes, writeNumericHead } from './numeric.ts';
import { inlineLimit, stringAddress, stringWidth } from './bytes.ts';

const minus = 45;
const zero = 48;

/** An encoder of texts whose encoded size follows from their length and their first byte. */
function textEncoder(
  sizeOf: (length: number, firstByte: number) => number,
  writeText: (text: Uint8Array, out: DataView, at: number) => void,
): ColumnEncoder {
  return {
    width: stringWidth,
    measure({ data, validity }, rowCount, sizes) {
      const from = viewOf(data);
      for (let row = 0; row < rowCount; row++) {
        if (!isValue(validity, row)) continue;
        const offset = row * stringWidth;
        // A long text's first bytes stand in place, too.
        sizes[row] = (sizes[row] ?? 0) + sizeOf(from.getUint32(offset, true), from.getUint8(offset + 4));
      }
      return 0;
    },
    write({ data, validity }, rowCount, out, positions) {
      const from = viewOf(data);
      for (let row = 0; row < rowCount; row++) {
        const at = positions[row] ?? 0;
        const offset = row * stringWidth;
        const length = from.getUint32(offset, true);
        const there = isValue(validity, row);
        const size = there ? sizeOf(length, from.getUint8(offset + 4)) : -1;
        out.setInt32(at, size);
        positions[row] = at + 4 + Math.max(size, 0);
        if (!there) continue;
        const inPlace = data.subarray(offset + 4, offset + 4 + length);
        writeText(length > inlineLimit ? heapBytes(stringAddress(from, offset), length) : inPlace, out, at + 4);
      }
    },
  };
}

/** A numeric's base-10000 digits hold four decimal ones each. */
const groups = (digits: number) => Math.ceil(digits / 4);
const signLength = (firstByte: number) => (firstByte === minus ? 1 : 0);

/** Whole numbers of any length in decimal digits, as numerics. */
export function decimalTextEncoder(): ColumnEncoder {
  return textEncoder(
    (length, firstByte) => headBytes + 2 * groups(length - signLength(firstByte)),
    (text, out, at) => {
      const start = signLength(text[0] ?? 0);
      const count = groups(text.length - start);
      writeNumericHead(out, at, count, count, start === 1, 0);
      let next = start;
      for (let i = 0; i < count; i++) {
        const end = text.length - 4 * (count - 1 - i);
        let group = 0;
        for (; next < end; next++) group = group * 10 + (text[next] ?? 0) - zero;
        out.setInt16(at + headBytes + 2 * i, group);
      }
    },
  );
}

/** Bits as text of zeros and ones, as bit or varbit: their number, then eight to a byte, the first one highest. */
export function bitsEncoder(): ColumnEncoder {
  return textEncoder(
    (length) => 4 + Math.ceil(length / 8),
    (text, out, at) => {
      out.setInt32(at, text.length);
      for (let start = 0; start < text.length; start += 8) {
        let byte = 0;
        for (let i = 0; i < 8; i++) byte = byte * 2 + (start + i < text.length ? (text[start + i] ?? 0) - zero : 0);
        out.setUint8(at + 4 + start / 8, byte);
      }
    },
  );
}
