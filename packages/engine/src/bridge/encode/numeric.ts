import { chunkRows, isValue, measureFixed, viewOf, type ColumnEncoder } from './column-encoder.ts';
import { fixedLayout, fixedSize, writeFixed } from './fixed-numeric.ts';

/**
 * PostgreSQL's numeric on the wire: the number of base-10000 digits, the weight of the first (its power of 10000), the
 * sign, the digits after the decimal point to show, then the digits, two bytes each. The server strips zero digits.
 */
export const headBytes = 8;
const negativeSign = 0x4000;

const two32 = 2 ** 32;
/** Integers below this are exact in a double. */
const exactLimit = 2 ** 53;

type Physical = 2 | 4 | 8 | 16;

/** DuckDB's storage of a DECIMAL(precision, ...): the least integer of 2, 4, 8 or 16 bytes that holds it. */
export function decimalWidth(precision: number): Physical {
  if (precision <= 4) return 2;
  if (precision <= 9) return 4;
  return precision <= 18 ? 8 : 16;
}

/**
 * Integers of `width` bytes that stand for value / 10^scale, as numerics. A chunk whose values a double holds is written in one
 * layout; the others go through BigInt.
 */
export function numericEncoder(width: Physical, scale: number, signed = true): ColumnEncoder {
  const fractionDigits = Math.ceil(scale / 4);
  const values = new Float64Array(chunkRows);
  const large = new Map<number, LargeNumeric>();
  let layout: number | undefined;
  return {
    width,
    measure({ data, validity }, rowCount, sizes) {
      const view = viewOf(data);
      readExact(view, rowCount, width, signed, values);
      layout = fixedLayout(values, validity, rowCount, scale);
      if (layout !== undefined) return measureFixed(validity, rowCount, sizes, fixedSize(layout));
      large.clear();
      for (let row = 0; row < rowCount; row++) {
        if (!isValue(validity, row)) continue;
        const numeric = largeNumeric(readBig(view, row * width, width, signed), scale, fractionDigits);
        large.set(row, numeric);
        sizes[row] = (sizes[row] ?? 0) + headBytes + 2 * numeric.digits.length;
      }
      return 0;
    },
    write({ validity }, rowCount, out, positions) {
      if (layout !== undefined) {
        writeFixed(values, validity, rowCount, scale, layout, out, positions);
        return;
      }
      for (let row = 0; row < rowCount; row++) {
        const at = positions[row] ?? 0;
        const numeric = large.get(row);
        if (numeric) {
          positions[row] = writeLarge(out, at, numeric, scale);
        } else {
          out.setInt32(at, -1);
          positions[row] = at + 4;
        }
      }
    },
  };
}

/** A numeric's head of `headBytes`; `before` is the number of base-10000 digits before the point. */
export function writeNumericHead(
  out: DataView,
  at: number,
  count: number,
  before: number,
  negative: boolean,
  scale: number,
): void {
  out.setInt16(at, count);
  out.setInt16(at + 2, before - 1);
  out.setInt16(at + 4, negative ? negativeSign : 0);
  out.setInt16(at + 6, scale);
}

/** Reads the integers that a double holds exactly; the others become NaN. What stands at a NULL is read like a value. */
function readExact(view: DataView, rowCount: number, width: Physical, signed: boolean, values: Float64Array): void {
  if (width === 2) for (let row = 0; row < rowCount; row++) values[row] = view.getInt16(row * 2, true);
  else if (width === 4) for (let row = 0; row < rowCount; row++) values[row] = view.getInt32(row * 4, true);
  else if (width === 8) for (let row = 0; row < rowCount; row++) values[row] = exact64(view, row * 8);
  else for (let row = 0; row < rowCount; row++) values[row] = exact128(view, row * 16, signed);
}

function exact64(view: DataView, offset: number): number {
  const value = view.getInt32(offset + 4, true) * two32 + view.getUint32(offset, true);
  return value < exactLimit && value > -exactLimit ? value : Number.NaN;
}

function exact128(view: DataView, offset: number, signed: boolean): number {
  const top = view.getInt32(offset + 4, true) < 0 ? -1 : 0;
  const fits = view.getInt32(offset + 8, true) === top && view.getInt32(offset + 12, true) === top;
  return fits && (top === 0 || signed) ? exact64(view, offset) : Number.NaN;
}

function readBig(view: DataView, offset: number, width: Physical, signed: boolean): bigint {
  if (width === 2) return BigInt(view.getInt16(offset, true));
  if (width === 4) return BigInt(view.getInt32(offset, true));
  if (width === 8) return view.getBigInt64(offset, true);
  const high = signed ? view.getBigInt64(offset + 8, true) : view.getBigUint64(offset + 8, true);
  return (high << 64n) | view.getBigUint64(offset, true);
}

/** A number that a double does not hold: all its base-10000 digits, and how many of them stand before the point. */
interface LargeNumeric {
  readonly negative: boolean;
  readonly digits: readonly number[];
  readonly before: number;
}

function largeNumeric(value: bigint, scale: number, fractionDigits: number): LargeNumeric {
  let rest = (value < 0n ? -value : value) * 10n ** BigInt(fractionDigits * 4 - scale);
  const digits: number[] = [];
  while (rest > 0n || digits.length < fractionDigits) {
    digits.push(Number(rest % 10_000n));
    rest /= 10_000n;
  }
  return { negative: value < 0n, digits: digits.toReversed(), before: digits.length - fractionDigits };
}

/** Gives the position behind the field. */
function writeLarge(out: DataView, at: number, { digits, before, negative }: LargeNumeric, scale: number): number {
  out.setInt32(at, headBytes + 2 * digits.length);
  writeNumericHead(out, at + 4, digits.length, before, negative, scale);
  for (let i = 0; i < digits.length; i++) out.setInt16(at + 12 + 2 * i, digits[i] ?? 0);
  return at + 12 + 2 * digits.length;
}
