import type { Cell, ColumnType } from '@fluxion/contract';
import {
  Bool,
  DateDay,
  Decimal,
  Int64,
  makeData,
  TimestampMicrosecond,
  Utf8,
  type Data,
  type DataType,
} from 'apache-arrow';
import { unfitValue, type FileColumn } from './file-format.ts';
import { bigintOf, daysOf, microsecondsOf, scaledDigits } from './values.ts';

type Cells = readonly Cell[];
/** Reads each value that is there, and puts `missing` for the others. */
type ReadEach = <T>(read: (value: NonNullable<Cell>) => T | undefined, missing: T) => readonly T[];

interface ArrowType {
  readonly type: (scale: number) => DataType;
  /** The buffers of a column's values, without the one that says which are missing. */
  readonly buffers: (each: ReadEach, scale: number) => object;
}

/** Digits in all of a decimal: the most that 128 bits hold. */
const precision = 38;

const types: Readonly<Record<ColumnType, ArrowType>> = {
  text: {
    type: () => new Utf8(),
    buffers: (each) => {
      const texts = each(String, '');
      const valueOffsets = new Int32Array(texts.length + 1);
      for (const [row, text] of texts.entries()) {
        valueOffsets[row + 1] = (valueOffsets[row] ?? 0) + Buffer.byteLength(text);
      }
      return { valueOffsets, data: Buffer.from(texts.join('')) };
    },
  },
  integer: {
    type: () => new Int64(),
    buffers: (each) => ({ data: BigInt64Array.from(each(bigintOf, 0n)) }),
  },
  decimal: {
    type: (scale) => new Decimal(scale, precision),
    buffers: (each, scale) => {
      const values = each((value) => scaledDigits(value, scale), 0n);
      // Each in two words, the lower one first; a word keeps the last 64 bits of what it is given.
      const words = BigInt64Array.from(values.flatMap((value) => [value, value >> 64n]));
      return { data: new Uint32Array(words.buffer) };
    },
  },
  date: {
    type: () => new DateDay(),
    buffers: (each) => ({ data: Int32Array.from(each(daysOf, 0)) }),
  },
  instant: {
    type: () => new TimestampMicrosecond('UTC'),
    buffers: (each) => ({ data: BigInt64Array.from(each(microsecondsOf, 0n)) }),
  },
  boolean: {
    type: () => new Bool(),
    buffers: (each) => ({ data: bitmap(each((value) => value === true, false)) }),
  },
};

/** A bit for each, the first one lowest. */
function bitmap(bits: readonly boolean[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [index, bit] of bits.entries()) {
    if (bit) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index & 7));
  }
  return bytes;
}

export function arrowType({ type, scale = 0 }: FileColumn): DataType {
  return types[type].type(scale);
}

/** A column's values of some rows. @throws RequestProblem for one that its type does not hold */
export function arrowData(column: FileColumn, cells: Cells): Data {
  const { type, scale = 0 } = column;
  const each: ReadEach = (read, missing) =>
    cells.map((value) => {
      if (value === null) return missing;
      const held = read(value);
      if (held === undefined) throw unfitValue(column, value);
      return held;
    });
  const present = cells.map((value) => value !== null);
  return makeData({
    type: arrowType(column),
    length: cells.length,
    nullCount: present.filter((is) => !is).length,
    nullBitmap: bitmap(present),
    ...types[type].buffers(each, scale),
  });
}
