import { chunkRows, isValue, viewOf, type ColumnEncoder } from './column-encoder.ts';

/**
 * PostgreSQL's numeric on the wire: the number of base-10000 digits, the weight of the first (its power of 10000), the
 * sign, the digits after the decimal point to show, then the digits, two bytes each. The server strips zero digits.
 */
const headBytes = 8;
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

/**
 * Integers of `width` bytes that stand for value / 10^scale, as numerics. What a double holds exactly takes the quick way;
 * the rest goes through BigInt.
 */
export function numericEncoder(width: Physical, scale: number, signed = true): ColumnEncoder {
  const fractionDigits = Math.ceil(scale / 4);
  const power = 10 ** scale;
  const padding = 10 ** (fractionDigits * 4 - scale);
  const quick = scale <= mostExactScale;
  const whole = new Float64Array(chunkRows);
  const fraction = new Float64Array(chunkRows);
  const negative = new Uint8Array(chunkRows);
  const large = new Map<number, readonly number[]>();

  /** Works out a row's parts and gives the number of its digits before the point; -1 stands for a BigInt's digits in `large`. */
  const split = (view: DataView, row: number): number => {
    const value = quick ? readExact(view, row * width, width, signed) : Number.NaN;
    if (Number.isNaN(value)) {
      const big = readBig(view, row * width, width, signed);
      negative[row] = big < 0n ? 1 : 0;
      large.set(row, bigDigits(big < 0n ? -big : big, scale));
      return -1;
    }
    const magnitude = Math.abs(value);
    negative[row] = value < 0 ? 1 : 0;
    let units = Math.floor(magnitude / power);
    let rest = magnitude - units * power;
    // The division may round up to the next integer.
    if (rest < 0) {
      units -= 1;
      rest += power;
    }
    whole[row] = units;
    fraction[row] = rest * padding;
    return wholeDigits(units);
  };

  return {
    width,
    measure({ data, validity }, rowCount, sizes) {
      const view = viewOf(data);
      large.clear();
      for (let row = 0; row < rowCount; row++) {
        if (!isValue(validity, row)) continue;
        const digits = split(view, row);
        const count = digits < 0 ? (large.get(row)?.length ?? 0) : digits + fractionDigits;
        sizes[row] = (sizes[row] ?? 0) + headBytes + 2 * count;
      }
    },
    write({ validity }, rowCount, out, positions) {
      for (let row = 0; row < rowCount; row++) {
        const at = positions[row] ?? 0;
        if (!isValue(validity, row)) {
          out.setInt32(at, -1);
          positions[row] = at + 4;
          continue;
        }
        const sign = negative[row] === 1 ? negativeSign : 0;
        const digits = large.size > 0 ? large.get(row) : undefined;
        if (digits) {
          writeHead(out, at, digits.length, digits.length - fractionDigits, sign, scale);
          for (let i = 0; i < digits.length; i++) out.setInt16(at + 12 + 2 * i, digits[i] ?? 0);
          positions[row] = at + 12 + 2 * digits.length;
          continue;
        }
        const before = wholeDigits(whole[row] ?? 0);
        writeHead(out, at, before + fractionDigits, before, sign, scale);
        writeDigits(out, at + 12, whole[row] ?? 0, before);
        writeDigits(out, at + 12 + 2 * before, fraction[row] ?? 0, fractionDigits);
        positions[row] = at + 12 + 2 * (before + fractionDigits);
      }
    },
  };
}

/** The field's length and the numeric's head; `before` is the number of digits before the point. */
function writeHead(out: DataView, at: number, count: number, before: number, sign: number, scale: number): void {
  out.setInt32(at, headBytes + 2 * count);
  out.setInt16(at + 4, count);
  out.setInt16(at + 6, before - 1);
  out.setInt16(at + 8, sign);
  out.setInt16(at + 10, scale);
}

/** Writes `count` base-10000 digits of a whole number, the highest first. */
function writeDigits(out: DataView, at: number, value: number, count: number): void {
  let rest = value;
  for (let i = count - 1; i >= 0; i--) {
    const next = Math.floor(rest / base);
    out.setInt16(at + 2 * i, rest - next * base);
    rest = next;
  }
}

function wholeDigits(value: number): number {
  if (value < 1) return 0;
  if (value < 1e4) return 1;
  if (value < 1e8) return 2;
  return value < 1e12 ? 3 : 4;
}

/** The integer at `offset` if a double holds it exactly, else NaN. */
function readExact(view: DataView, offset: number, width: Physical, signed: boolean): number {
  if (width === 2) return view.getInt16(offset, true);
  if (width === 4) return view.getInt32(offset, true);
  const low = view.getUint32(offset, true);
  const high = view.getInt32(offset + 4, true);
  if (width === 16) {
    const top = high < 0 ? -1 : 0;
    if (view.getInt32(offset + 8, true) !== top || view.getInt32(offset + 12, true) !== top || (top < 0 && !signed))
      return Number.NaN;
  }
  const value = high * two32 + low;
  return Math.abs(value) < exactLimit ? value : Number.NaN;
}

function readBig(view: DataView, offset: number, width: Physical, signed: boolean): bigint {
  if (width === 2) return BigInt(view.getInt16(offset, true));
  if (width === 4) return BigInt(view.getInt32(offset, true));
  if (width === 8) return view.getBigInt64(offset, true);
  const high = signed ? view.getBigInt64(offset + 8, true) : view.getBigUint64(offset + 8, true);
  return (high << 64n) | view.getBigUint64(offset, true);
}

/** All base-10000 digits of magnitude / 10^scale, those before the point first. */
function bigDigits(magnitude: bigint, scale: number): readonly number[] {
  const fractionDigits = Math.ceil(scale / 4);
  let rest = magnitude * 10n ** BigInt(fractionDigits * 4 - scale);
  const digits: number[] = [];
  while (rest > 0n || digits.length < fractionDigits) {
    digits.push(Number(rest % 10_000n));
    rest /= 10_000n;
  }
  return digits.toReversed();
}
