import { isValue } from './column-encoder.ts';

/** One base-10000 digit holds four decimal ones. */
const base = 10_000;

/** A scale that two base-10000 digits after the point hold. */
export const mostFixedScale = 8;

/** How many base-10000 digits stand before the point: a layout that all values of a chunk share. */
export type WholeDigits = 1 | 2;

/**
 * The layout in which every value of a chunk fits, if there is one. A field of fixed size with zeros that the server
 * strips costs a third of one that is measured digit by digit.
 *
 * @param values value * 10^scale; NaN where a double does not hold it; anything at a NULL
 */
export function fixedLayout(
  values: Float64Array,
  validity: Uint8Array | null,
  rowCount: number,
  scale: number,
): WholeDigits | undefined {
  if (scale > mostFixedScale) return undefined;
  const one = base * 10 ** scale;
  const two = base * one;
  let most = 0;
  for (let row = 0; row < rowCount; row++) {
    const magnitude = Math.abs(values[row] ?? 0);
    if (magnitude <= most) continue;
    if (isValue(validity, row)) {
      if (!(magnitude < two)) return undefined;
      most = magnitude;
    }
  }
  return most < one ? 1 : 2;
}

/** Bytes of a field in that layout, without its length: the head, the digits before the point, two behind it. */
export function fixedSize(wholes: WholeDigits): number {
  return 8 + 2 * (wholes + 2);
}

/** Writes a column's fields, all in one layout. */
export function writeFixed(
  values: Float64Array,
  validity: Uint8Array | null,
  rowCount: number,
  scale: number,
  wholes: WholeDigits,
  out: DataView,
  positions: Int32Array,
): void {
  const size = fixedSize(wholes);
  const power = 10 ** scale;
  const padding = 10 ** (mostFixedScale - scale);
  const countAndWeight = ((wholes + 2) << 16) | (wholes - 1);
  for (let row = 0; row < rowCount; row++) {
    const at = positions[row] ?? 0;
    if (validity !== null && !isValue(validity, row)) {
      out.setInt32(at, -1);
      positions[row] = at + 4;
      continue;
    }
    const value = values[row] ?? 0;
    const magnitude = Math.abs(value);
    let units = Math.floor(magnitude / power) | 0;
    let rest = magnitude - units * power;
    // The division may round up to the next integer.
    if (rest < 0) {
      units -= 1;
      rest += power;
    }
    const fraction = (rest * padding) | 0;
    const first = (fraction / base) | 0;
    out.setInt32(at, size);
    out.setInt32(at + 4, countAndWeight);
    out.setInt32(at + 8, value < 0 ? 0x4000_0000 | scale : scale);
    if (wholes === 1) {
      out.setInt32(at + 12, (units << 16) | first);
      out.setInt16(at + 16, fraction - first * base);
    } else {
      const high = (units / base) | 0;
      out.setInt32(at + 12, (high << 16) | (units - high * base));
      out.setInt32(at + 16, (first << 16) | (fraction - first * base));
    }
    positions[row] = at + 4 + size;
  }
}
