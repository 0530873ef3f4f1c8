import { DATE, INTERVAL, TIME, TIMESTAMP, TIMESTAMPTZ, type DuckDBType } from '@duckdb/node-api';
import { epochDays, epochMicroseconds } from '../epoch.ts';
import { fixedDecoder, unfit, type ColumnDecoder, type ValueReader } from './column-decoder.ts';

const int32Max = 2 ** 31 - 1;
const int32Min = -(2 ** 31);
const int64Max = 2n ** 63n - 1n;
const int64Min = -(2n ** 63n);
const two32 = 2 ** 32;

/** Infinities: PostgreSQL's are the largest int and the least, DuckDB's the largest and its negative. */
function duckDays(days: number): number {
  if (days === int32Max) return int32Max;
  return days === int32Min ? -int32Max : days + epochDays;
}

const readDate: ValueReader = (from, at, out, offset) => out.setInt32(offset, duckDays(from.getInt32(at)), true);

const timestampReader =
  (type: DuckDBType): ValueReader =>
  (from, at, out, offset) => {
    const high = from.getInt32(at);
    if (high > -(2 ** 20) && high < 2 ** 20) {
      // Exact in a double: less than 2^52 microseconds, so the years 1858 to 2142.
      const microseconds = high * two32 + from.getUint32(at + 4) + epochMicroseconds;
      const newHigh = Math.floor(microseconds / two32);
      out.setInt32(offset + 4, newHigh, true);
      out.setUint32(offset, microseconds - newHigh * two32, true);
      return;
    }
    const microseconds = from.getBigInt64(at);
    if (microseconds === int64Max) out.setBigInt64(offset, int64Max, true);
    else if (microseconds === int64Min) out.setBigInt64(offset, -int64Max, true);
    // PostgreSQL counts from 2000, and so reaches 30 years further.
    else if (microseconds >= int64Max - BigInt(epochMicroseconds)) throw unfit(type);
    else out.setBigInt64(offset, microseconds + BigInt(epochMicroseconds), true);
  };

const readTime: ValueReader = (from, at, out, offset) => {
  out.setInt32(offset + 4, from.getInt32(at), true);
  out.setInt32(offset, from.getInt32(at + 4), true);
};

const readInterval: ValueReader = (from, at, out, offset) => {
  out.setInt32(offset, from.getInt32(at + 12), true);
  out.setInt32(offset + 4, from.getInt32(at + 8), true);
  out.setBigInt64(offset + 8, from.getBigInt64(at), true);
};

/** By PostgreSQL's type and DuckDB's: decoders of dates, times, instants and intervals. */
export const temporalDecoders: Readonly<Record<string, () => ColumnDecoder>> = {
  'date DATE': () => fixedDecoder(DATE, 4, readDate),
  'time TIME': () => fixedDecoder(TIME, 8, readTime),
  'timestamp TIMESTAMP': () => fixedDecoder(TIMESTAMP, 8, timestampReader(TIMESTAMP)),
  'timestamptz TIMESTAMP WITH TIME ZONE': () => fixedDecoder(TIMESTAMPTZ, 8, timestampReader(TIMESTAMPTZ)),
  'interval INTERVAL': () => fixedDecoder(INTERVAL, 16, readInterval),
};
