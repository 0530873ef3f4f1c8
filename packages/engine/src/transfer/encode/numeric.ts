import { chunkRows, isValue, measureFixed, viewOf, type ColumnEncoder } from './column-encoder.ts';
import { fixedLayout, fixedSize, writeFixed, type WholeDigits } from './fixed-numeric.ts';

/**
 * PostgreSQL's numeric on the wire: the number of base-10000 digits, the weight of the first (its power of 10000), the
 * sign, the digits after the decimal point to show, then the digits, two bytes each. The server strips zero digits.
 */
export const headBytes = 8;
const negativeSign = 0x4000;
const base = 10_000;

const two32 = 2 ** 32;
/** Integers below this are exact in a double. */
const exactLimit = 2 ** 53;

/** Fractions of up to this many digits, padded to whole base-10000 digits, stay exact in a double. */
const mostExactScale = 12;

type Physical = 2 | 4 | 8 | 16;

/** DuckDB's storage of a DECIMAL(precision, ...): the least integer of 2, 4, 8 or 16 bytes that holds it. */
export function decimalWidth(precision: number): Physical {
  if (precision <= 4) return 2;
  if (precision <= 9) return 4;
  return precision <= 18 ? 8 : 16;
}

/** The most base-10000 digits of an integer that a double holds exactly, and of a fraction of `mostExactScale` digits. */
const quickDigits = 4 + 3;

/**
 * Integers of `width` bytes that stand for value / 10^scale, as numerics. A chunk of amounts as shops have them is written in
 * one layout; else what a double holds exactly takes the quick way, and the rest goes through BigInt.
 */
export function numericEncoder(width: Physical, scale: number, signed = true): ColumnEncoder {
  const fractionDigits = Math.ceil(scale / 4);
  const power = 10 ** scale;
  const padding = 10 ** (fractionDigits * 4 - scale);
  const values = new Float64Array(chunkRows);
  const digits = new Int16Array(chunkRows * quickDigits);
  /** Of each row: how many digits it has in all, and how many of them before the point. */
  const counts = new Uint8Array(chunkRows);
  const before = new Uint8Array(chunkRows);
  const large = new Map<number, LargeNumeric>();
  let fixed: WholeDigits | undefined;

  /** Works out a row's digits, but for zeros at the end, and gives their number. */
  const split = (row: number): number => {
    const magnitude = Math.abs(values[row] ?? 0);
    let units = Math.floor(magnitude / power);
    let rest = magnitude - units * power;
    // The division may round up to the next integer.
    if (rest < 0) {
      units -= 1;
      rest += power;
    }
    const start = row * quickDigits;
    const wholes = wholeDigits(units);
    putDigits(digits, start, units, wholes);
    let all = wholes;
    if (rest > 0) {
      putDigits(digits, start + wholes, rest * padding, fractionDigits);
      all += fractionDigits;
    }
    while (all > 0 && digits[start + all - 1] === 0) all--;
    before[row] = wholes;
    counts[row] = all;
    return all;
  };

  const splitLarge = (view: DataView, row: number): number => {
    const numeric = largeNumeric(readBig(view, row * width, width, signed), scale, fractionDigits);
    large.set(row, numeric);
    return numeric.digits.length;
  };

  return {
    width,
    measure({ data, validity }, rowCount, sizes) {
      const view = viewOf(data);
      large.clear();
      if (scale <= mostExactScale) readExact(view, rowCount, width, signed, values);
      else values.fill(Number.NaN, 0, rowCount);
      fixed = fixedLayout(values, validity, rowCount, scale);
      if (fixed !== undefined) return measureFixed(validity, rowCount, sizes, fixedSize(fixed));
      for (let row = 0; row < rowCount; row++) {
        if (validity !== null && !isValue(validity, row)) continue;
        const count = Number.isNaN(values[row]) ? splitLarge(view, row) : split(row);
        sizes[row] = (sizes[row] ?? 0) + headBytes + 2 * count;
      }
      return 0;
    },
    write({ validity }, rowCount, out, positions) {
      if (fixed !== undefined) {
        writeFixed(values, validity, rowCount, scale, fixed, out, positions);
        return;
      }
      for (let row = 0; row < rowCount; row++) {
        const at = positions[row] ?? 0;
        if (validity !== null && !isValue(validity, row)) {
          out.setInt32(at, -1);
          positions[row] = at + 4;
        } else if (Number.isNaN(values[row])) {
          positions[row] = writeLarge(out, at, large.get(row), scale);
        } else {
          const count = counts[row] ?? 0;
          out.setInt32(at, headBytes + 2 * count);
          writeNumericHead(out, at + 4, count, before[row] ?? 0, (values[row] ?? 0) < 0, scale);
          const start = row * quickDigits;
          for (let i = 0; i < count; i++) out.setInt16(at + 12 + 2 * i, digits[start + i] ?? 0);
          positions[row] = at + 12 + 2 * count;
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

/** Puts `count` base-10000 digits of a whole number, the highest first. */
function putDigits(digits: Int16Array, start: number, value: number, count: number): void {
  let rest = value;
  for (let i = count - 1; i > 0; i--) {
    const next = Math.floor(rest / base);
    digits[start + i] = rest - next * base;
    rest = next;
  }
  if (count > 0) digits[start] = rest;
}

function wholeDigits(value: number): number {
  if (value < 1) return 0;
  if (value < 1e4) return 1;
  if (value < 1e8) return 2;
  return value < 1e12 ? 3 : 4;
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
function writeLarge(out: DataView, at: number, numeric: LargeNumeric | undefined, scale: number): number {
  const { digits, before, negative } = numeric ?? { digits: [], before: 0, negative: false };
  out.setInt32(at, headBytes + 2 * digits.length);
  writeNumericHead(out, at + 4, digits.length, before, negative, scale);
  for (let i = 0; i < digits.length; i++) out.setInt16(at + 12 + 2 * i, digits[i] ?? 0);
  return at + 12 + 2 * digits.length;
}
