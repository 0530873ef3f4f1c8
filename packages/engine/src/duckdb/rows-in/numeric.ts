import { DECIMAL, HUGEINT, UBIGINT, UHUGEINT, type DuckDBType } from '@duckdb/node-api';
import { unfit, type ColumnDecoder } from './column-decoder.ts';

/** A numeric's sign word; the other values are NaN and the infinities. */
const positive = 0x0000;
const negative = 0x4000;

const two32 = 2 ** 32;

/** Whole numbers with no more digits are exact in a double. */
const exactDigits = 15;
const powersOfTen = Array.from({ length: exactDigits + 1 }, (_, exponent) => 10 ** exponent);

/** What a scaled integer of `width` bytes must lie between. */
interface Bounds {
  readonly least: bigint;
  readonly most: bigint;
}

/** DECIMAL(precision, scale): an integer of 2, 4, 8 or 16 bytes that counts units of 10^-scale. */
export function decimalDecoder(precision: number, scale: number): ColumnDecoder {
  const width = precision <= 4 ? 2 : precision <= 9 ? 4 : precision <= 18 ? 8 : 16;
  const most = 10n ** BigInt(precision) - 1n;
  return numericDecoder(DECIMAL(precision, scale), width, scale, { least: -most, most });
}

/** Decoders of the integers that PostgreSQL only has as numeric. */
export const wideIntegerDecoders: Readonly<Record<string, () => ColumnDecoder>> = {
  'numeric UBIGINT': () => numericDecoder(UBIGINT, 8, 0, { least: 0n, most: 2n ** 64n - 1n }),
  'numeric HUGEINT': () => numericDecoder(HUGEINT, 16, 0, { least: -(2n ** 127n), most: 2n ** 127n - 1n }),
  'numeric UHUGEINT': () => numericDecoder(UHUGEINT, 16, 0, { least: 0n, most: 2n ** 128n - 1n }),
};

/**
 * A numeric is the words: number of digits, power of 10,000 of the first digit, sign, decimals shown; then its digits to
 * the base 10,000.
 */
function numericDecoder(type: DuckDBType, width: number, scale: number, bounds: Bounds): ColumnDecoder {
  const [least, most] = [Number(bounds.least), Number(bounds.most)];
  return {
    type,
    width,
    decode({ view }, positions, rowCount, out) {
      for (let row = 0; row < rowCount; row++) {
        const at = positions[row] ?? -1;
        if (at < 0) continue;
        const digits = view.getInt16(at);
        // The power of ten that the digits, taken as one whole number, are to be multiplied with.
        const power = 4 * (view.getInt16(at + 2) - digits + 1) + scale;
        const sign = view.getUint16(at + 4);
        if (sign !== positive && sign !== negative) throw unfit(type);
        const decimalDigits = 4 * digits + Math.max(power, 0);
        if (digits === 0) {
          writeNumber(out, row * width, width, 0);
        } else if (decimalDigits <= exactDigits) {
          const value = smallValue(view, at + 8, digits, power);
          const signed = sign === negative ? -value : value;
          if (!Number.isInteger(signed) || signed < least || signed > most) throw unfit(type);
          writeNumber(out, row * width, width, signed);
        } else {
          const value = largeValue(view, at + 8, digits, power);
          const signed = sign === negative && value !== undefined ? -value : value;
          if (signed === undefined || signed < bounds.least || signed > bounds.most) throw unfit(type);
          writeBig(out, row * width, width, signed);
        }
      }
    },
  };
}

function smallValue(view: DataView, first: number, digits: number, power: number): number {
  let value = 0;
  for (let index = 0; index < digits; index++) value = value * 10_000 + view.getInt16(first + 2 * index);
  return power >= 0 ? value * (powersOfTen[power] ?? 0) : value / (powersOfTen[-power] ?? 0);
}

/** Undefined if digits stand behind those that the scale has room for. */
function largeValue(view: DataView, first: number, digits: number, power: number): bigint | undefined {
  let value = 0n;
  for (let index = 0; index < digits; index++) value = value * 10_000n + BigInt(view.getInt16(first + 2 * index));
  if (power >= 0) return value * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return value % divisor === 0n ? value / divisor : undefined;
}

function writeNumber(out: DataView, offset: number, width: number, value: number): void {
  if (width === 2) out.setInt16(offset, value, true);
  else if (width === 4) out.setInt32(offset, value, true);
  else {
    const high = Math.floor(value / two32);
    out.setUint32(offset, value - high * two32, true);
    out.setInt32(offset + 4, high, true);
    if (width === 16) {
      const sign = value < 0 ? -1 : 0;
      out.setInt32(offset + 8, sign, true);
      out.setInt32(offset + 12, sign, true);
    }
  }
}

function writeBig(out: DataView, offset: number, width: number, value: bigint): void {
  if (width < 8) {
    writeNumber(out, offset, width, Number(value));
    return;
  }
  out.setBigInt64(offset, BigInt.asIntN(64, value), true);
  if (width === 16) out.setBigInt64(offset + 8, value >> 64n, true);
}
