import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  FLOAT,
  INTEGER,
  SMALLINT,
  TINYINT,
  UINTEGER,
  USMALLINT,
  UTINYINT,
  UUID,
  type DuckDBType,
} from '@duckdb/node-api';
import { fixedDecoder, unfit, type ColumnDecoder, type ValueReader } from './column-decoder.ts';

const swap2: ValueReader = (from, at, out, offset) => out.setInt16(offset, from.getInt16(at), true);

const swap4: ValueReader = (from, at, out, offset) => out.setInt32(offset, from.getInt32(at), true);

const swap8: ValueReader = (from, at, out, offset) => {
  out.setInt32(offset + 4, from.getInt32(at), true);
  out.setInt32(offset, from.getInt32(at + 4), true);
};

/** A narrower integer than PostgreSQL has, which came as the int2 or int4 that `read` reads. */
function narrowed(
  type: DuckDBType,
  width: number,
  [least, most]: readonly [number, number],
  read: (from: DataView, at: number) => number,
  write: (out: DataView, offset: number, value: number) => void,
): ColumnDecoder {
  return fixedDecoder(type, width, (from, at, out, offset) => {
    const value = read(from, at);
    if (value < least || value > most) throw unfit(type);
    write(out, offset, value);
  });
}

const int2 = (from: DataView, at: number) => from.getInt16(at);
const int4 = (from: DataView, at: number) => from.getInt32(at);
const two32 = 2 ** 32;
const int8 = (from: DataView, at: number) => from.getInt32(at) * two32 + from.getUint32(at + 4);

/** By PostgreSQL's type and DuckDB's: decoders of the types whose bits are the same in both systems but for the byte order, and of integers. */
export const plainDecoders: Readonly<Record<string, () => ColumnDecoder>> = {
  'bool BOOLEAN': () => fixedDecoder(BOOLEAN, 1, (from, at, out, offset) => out.setUint8(offset, from.getUint8(at))),
  'int2 TINYINT': () => narrowed(TINYINT, 1, [-128, 127], int2, (out, offset, value) => out.setInt8(offset, value)),
  'int2 UTINYINT': () => narrowed(UTINYINT, 1, [0, 255], int2, (out, offset, value) => out.setUint8(offset, value)),
  'int2 SMALLINT': () => fixedDecoder(SMALLINT, 2, swap2),
  'int4 USMALLINT': () =>
    narrowed(USMALLINT, 2, [0, 65_535], int4, (out, offset, value) => out.setUint16(offset, value, true)),
  'int4 INTEGER': () => fixedDecoder(INTEGER, 4, swap4),
  'int8 UINTEGER': () =>
    narrowed(UINTEGER, 4, [0, two32 - 1], int8, (out, offset, value) => out.setUint32(offset, value, true)),
  'int8 BIGINT': () => fixedDecoder(BIGINT, 8, swap8),
  'float4 FLOAT': () => fixedDecoder(FLOAT, 4, swap4),
  'float8 DOUBLE': () => fixedDecoder(DOUBLE, 8, swap8),
  /** DuckDB keeps a UUID as a 128-bit integer whose highest bit is flipped, so that it sorts as signed. */
  'uuid UUID': () =>
    fixedDecoder(UUID, 16, (from, at, out, offset) => {
      out.setInt32(offset + 12, from.getInt32(at) ^ 0x8000_0000, true);
      out.setInt32(offset + 8, from.getInt32(at + 4), true);
      out.setInt32(offset + 4, from.getInt32(at + 8), true);
      out.setInt32(offset, from.getInt32(at + 12), true);
    }),
};
