import { quoteLiteral } from '../../../base/index.ts';
import { column, type Layer } from '../layers.ts';

const gap = String.raw`[\s\p{Z}]`;
const withTime = [
  String.raw`^(.*?)(?:[Tt]|[\s\p{Z},]+)`,
  String.raw`([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?`,
  String.raw`(?:${gap}*([AaPp])\.?${gap}?[Mm]\.?)?`,
  String.raw`${gap}*([Zz]|[-+][0-9]{2}(?::?[0-9]{2})?)?$`,
].join('');
const parts = `['date', 'hour', 'minute', 'second', 'fraction', 'half', 'offset']`;

/** What the layers of `clock` make of a text, by field. */
export interface Clock {
  /** The text of the day. */
  readonly day: string;
  /** Microseconds since midnight; 0 without a time; NULL if the time is none. */
  readonly time: string;
  /** Whether the text has a time. */
  readonly hasTime: string;
  /** Seconds east of UTC; NULL without an offset. 99,999: one that does not exist. */
  readonly offset: string;
}

export function clockOf(field: string): Clock {
  return {
    day: column('day', field),
    time: column('time', field),
    hasTime: column('hastime', field),
    offset: column('offset', field),
  };
}

/** Layers that part a text into its day and its time of day, with an offset from UTC perhaps: the columns of `clockOf`. */
export function clock(field: string): Layer[] {
  const text = column('text', field);
  const found = column('parts', field);
  const { day, time, hasTime, offset } = clockOf(field);
  const at = (part: string) => `${found}['${part}']`;
  const number = (part: string) => `coalesce(TRY_CAST(${at(part)} AS BIGINT), 0)`;
  const hour = `CASE WHEN ${at('half')} = '' AND ${number('hour')} < 24 THEN ${number('hour')}
    WHEN ${at('half')} <> '' AND ${number('hour')} BETWEEN 1 AND 12
      THEN ${number('hour')} % 12 + CASE WHEN lower(${at('half')}) = 'p' THEN 12 ELSE 0 END END`;
  const seconds = `((${hour}) * 60 + CASE WHEN ${number('minute')} < 60 THEN ${number('minute')} END) * 60
    + CASE WHEN ${number('second')} < 60 THEN ${number('second')} END`;
  const digits = `replace(${at('offset')}[2:], ':', '')`;
  const east = `(left(${digits}, 2)::INTEGER * 60 + coalesce(TRY_CAST(${digits}[3:] AS INTEGER), 0)) * 60`;
  return [
    { [found]: `regexp_extract(${text}, ${quoteLiteral(withTime)}, ${parts})` },
    { [hasTime]: `coalesce(${at('hour')}, '') <> ''` },
    {
      [day]: `CASE WHEN ${hasTime} THEN trim(${at('date')}) ELSE ${text} END`,
      // What is finer than a microsecond is cut off.
      [time]: `CASE WHEN NOT ${hasTime} THEN 0
        ELSE (${seconds}) * 1000000 + coalesce(TRY_CAST(left(rpad(${at('fraction')}, 6, '0'), 6) AS BIGINT), 0) END`,
      [offset]: `CASE WHEN lower(${at('offset')}) = 'z' THEN 0
        WHEN ${at('offset')} = '' THEN NULL
        WHEN abs(${east}) > 15 * 3600 OR coalesce(TRY_CAST(${digits}[3:] AS INTEGER), 0) > 59 THEN 99999
        WHEN left(${at('offset')}, 1) = '-' THEN -${east} ELSE ${east} END`,
    },
  ];
}
