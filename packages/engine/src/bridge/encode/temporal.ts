import { epochDays, epochMicroseconds } from '../../duckdb/index.ts';
import { fixedEncoder, type ColumnEncoder, type DenseWriter, type ValueWriter } from './column-encoder.ts';

const int32Max = 2 ** 31 - 1;
const int32Min = -(2 ** 31);
const int64Max = 2n ** 63n - 1n;
const int64Min = -(2n ** 63n);
const two32 = 2 ** 32;

/** DuckDB's largest offset from UTC, 15:59:59, in seconds; a TIMETZ holds it minus the offset in its low 24 bits. */
const largestOffset = 16 * 3600 - 1;

/** Infinities: DuckDB's are the largest int and its negative, PostgreSQL's the largest and the least. */
function postgresDays(days: number): number {
  if (days === int32Max) return int32Max;
  return days === -int32Max ? int32Min : days - epochDays;
}

const writeDate: ValueWriter = (from, offset, out, at) => out.setInt32(at, postgresDays(from.getInt32(offset, true)));

const writeDates: DenseWriter = (from, rowCount, out, positions) => {
  for (let row = 0; row < rowCount; row++) {
    const at = positions[row] ?? 0;
    out.setInt32(at, 4);
    out.setInt32(at + 4, postgresDays(from.getInt32(row * 4, true)));
    positions[row] = at + 8;
  }
};

function writeTimestamp(from: DataView, offset: number, out: DataView, at: number): void {
  const high = from.getInt32(offset + 4, true);
  if (high > -(2 ** 20) && high < 2 ** 20) {
    // Exact in a double: less than 2^52 microseconds, so the years 1828 to 2112.
    const microseconds = high * two32 + from.getUint32(offset, true) - epochMicroseconds;
    const newHigh = Math.floor(microseconds / two32);
    out.setInt32(at, newHigh);
    out.setUint32(at + 4, microseconds - newHigh * two32);
    return;
  }
  const microseconds = from.getBigInt64(offset, true);
  if (microseconds === int64Max) out.setBigInt64(at, int64Max);
  else if (microseconds === -int64Max) out.setBigInt64(at, int64Min);
  else out.setBigInt64(at, microseconds - BigInt(epochMicroseconds));
}

const writeTimestamps: DenseWriter = (from, rowCount, out, positions) => {
  for (let row = 0; row < rowCount; row++) {
    const at = positions[row] ?? 0;
    out.setInt32(at, 8);
    writeTimestamp(from, row * 8, out, at + 4);
    positions[row] = at + 12;
  }
};

const writeInt64: ValueWriter = (from, offset, out, at) => out.setBigInt64(at, from.getBigInt64(offset, true));

const writeTimeTz: ValueWriter = (from, offset, out, at) => {
  const bits = from.getBigUint64(offset, true);
  out.setBigInt64(at, bits >> 24n);
  // PostgreSQL counts the zone westward.
  out.setInt32(at + 8, Number(bits & 0xff_ffffn) - largestOffset);
};

const writeInterval: ValueWriter = (from, offset, out, at) => {
  out.setBigInt64(at, from.getBigInt64(offset + 8, true));
  out.setInt32(at + 8, from.getInt32(offset + 4, true));
  out.setInt32(at + 12, from.getInt32(offset, true));
};

/** Encoders of dates, times, instants and intervals. */
export const temporalEncoders = {
  DATE: () => fixedEncoder(4, 4, writeDate, writeDates),
  TIME: () => fixedEncoder(8, 8, writeInt64),
  'TIME WITH TIME ZONE': () => fixedEncoder(8, 12, writeTimeTz),
  TIMESTAMP: () => fixedEncoder(8, 8, writeTimestamp, writeTimestamps),
  'TIMESTAMP WITH TIME ZONE': () => fixedEncoder(8, 8, writeTimestamp, writeTimestamps),
  INTERVAL: () => fixedEncoder(16, 16, writeInterval),
} satisfies Record<string, () => ColumnEncoder>;
