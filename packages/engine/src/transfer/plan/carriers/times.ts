import type { DuckTypeId } from '../../../catalog/index.ts';
import { readAs, type CarrierRule, type Forbidden } from './carrier.ts';

/** PostgreSQL's calendar begins with Julian day 0. */
const earliest = '4714-11-24 (BC)';

function beyond(type: DuckTypeId, first: string, last?: string): Forbidden {
  const late = last === undefined ? '' : ` OR $ > ${last}`;
  const clamped = `CASE WHEN $ < ${first} THEN ${first} ELSE ${last ?? first} END`;
  return {
    condition: `isfinite($) AND ($ < ${first}${late})`,
    one: 'is beyond the years that PostgreSQL has',
    several: 'are beyond the years that PostgreSQL has',
    convert: `CAST(${clamped} AS ${type})`,
  };
}

const nanoseconds = (condition: string, convert: string): Forbidden => ({
  condition,
  one: 'has parts of a microsecond, which PostgreSQL does not keep',
  several: 'have parts of a microsecond, which PostgreSQL does not keep',
  convert,
});

export const date: CarrierRule = ({ id }) => {
  const [first, last] = [`DATE '${earliest}'`, `DATE '5874897-12-31'`];
  return id === 'DATE' ? { forbidden: [beyond(id, first, last)] } : undefined;
};

/** DuckDB's last instant is in PostgreSQL's calendar. */
export const timestamp: CarrierRule = ({ id }) => {
  const first = `TIMESTAMP '${earliest} 00:00:00'`;
  if (id === 'TIMESTAMP') return { forbidden: [beyond(id, first)] };
  if (id === 'TIMESTAMP_S' || id === 'TIMESTAMP_MS') return { ...readAs('TIMESTAMP'), forbidden: [beyond(id, first)] };
  if (id !== 'TIMESTAMP_NS') return undefined;
  // Its years are few. Infinities count as nanoseconds, too.
  const parts = `isfinite($) AND epoch_ns($) % 1000 <> 0`;
  return {
    ...readAs('TIMESTAMP'),
    forbidden: [nanoseconds(parts, `make_timestamp_ns(epoch_ns($) - (epoch_ns($) % 1000 + 1000) % 1000)`)],
  };
};

export const timestamptz: CarrierRule = ({ id }) =>
  id === 'TIMESTAMP WITH TIME ZONE' ? { forbidden: [beyond(id, `TIMESTAMPTZ '${earliest} 00:00:00+00'`)] } : undefined;

/** `hh:mm:ss.ffffff` */
const microsecondsLength = 15;

export const time: CarrierRule = ({ id }) => {
  if (id === 'TIME') return { forbidden: [] };
  if (id !== 'TIME_NS') return undefined;
  const truncated = `CAST(left(CAST($ AS VARCHAR), ${microsecondsLength}) AS TIME_NS)`;
  return { ...readAs('TIME'), forbidden: [nanoseconds(`epoch_ns($) % 1000 <> 0`, truncated)] };
};

/** The longest intervals of either sign are PostgreSQL's infinities. */
export const interval: CarrierRule = ({ id }) => {
  if (id !== 'INTERVAL') return undefined;
  const extremes = [
    '178956970 years 7 months 2147483647 days 2562047788:00:54.775807',
    '-178956970 years -8 months -2147483648 days -2562047788:00:54.775808',
  ].map((text) => `'${text}'`);
  const extreme: Forbidden = {
    condition: `date_part('day', $) IN (2147483647, -2147483648) AND CAST($ AS VARCHAR) IN (${extremes.join(', ')})`,
    one: 'is so long that PostgreSQL takes it for infinity',
    several: 'are so long that PostgreSQL takes them for infinity',
    convert: `CASE WHEN date_part('day', $) > 0 THEN $ - to_microseconds(1) ELSE $ + to_microseconds(1) END`,
  };
  return { forbidden: [extreme] };
};
