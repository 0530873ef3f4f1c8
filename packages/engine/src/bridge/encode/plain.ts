import { fixedEncoder, type ColumnEncoder, type DenseWriter, type ValueWriter } from './column-encoder.ts';

const swap4: ValueWriter = (from, offset, out, at) => out.setInt32(at, from.getInt32(offset, true));

const swap4Dense: DenseWriter = (from, rowCount, out, positions) => {
  for (let row = 0; row < rowCount; row++) {
    const at = positions[row] ?? 0;
    out.setInt32(at, 4);
    out.setInt32(at + 4, from.getInt32(row * 4, true));
    positions[row] = at + 8;
  }
};

const swap8: ValueWriter = (from, offset, out, at) => {
  out.setInt32(at, from.getInt32(offset + 4, true));
  out.setInt32(at + 4, from.getInt32(offset, true));
};

const swap8Dense: DenseWriter = (from, rowCount, out, positions) => {
  for (let row = 0; row < rowCount; row++) {
    const at = positions[row] ?? 0;
    out.setInt32(at, 8);
    out.setInt32(at + 4, from.getInt32(row * 8 + 4, true));
    out.setInt32(at + 8, from.getInt32(row * 8, true));
    positions[row] = at + 12;
  }
};

/** Encoders of the types whose bits are the same in both systems but for the byte order. */
export const plainEncoders = {
  BOOLEAN: () => fixedEncoder(1, 1, (from, offset, out, at) => out.setUint8(at, from.getUint8(offset))),
  SMALLINT: () => fixedEncoder(2, 2, (from, offset, out, at) => out.setInt16(at, from.getInt16(offset, true))),
  INTEGER: () => fixedEncoder(4, 4, swap4, swap4Dense),
  BIGINT: () => fixedEncoder(8, 8, swap8, swap8Dense),
  FLOAT: () => fixedEncoder(4, 4, swap4, swap4Dense),
  DOUBLE: () => fixedEncoder(8, 8, swap8, swap8Dense),
  /** DuckDB keeps a UUID as a 128-bit integer whose highest bit is flipped, so that it sorts as signed. */
  UUID: () =>
    fixedEncoder(16, 16, (from, offset, out, at) => {
      out.setInt32(at, from.getInt32(offset + 12, true) ^ 0x8000_0000);
      out.setInt32(at + 4, from.getInt32(offset + 8, true));
      out.setInt32(at + 8, from.getInt32(offset + 4, true));
      out.setInt32(at + 12, from.getInt32(offset, true));
    }),
} satisfies Record<string, () => ColumnEncoder>;
