import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteLiteral } from '../../../base/index.ts';
import { smallRowsJson } from '../../../duckdb/index.ts';
import type { Layer } from '../layers.ts';
import { firstDay, type DateOrder } from '../dates/day.ts';

/** How a field is read where its text is of the usual form, which takes a fraction of the time. */
export interface FastReading {
  readonly layers: readonly Layer[];
  /** SQL: true where the text is of that form, so that `valueOf` is right; else the line is read carefully. */
  readonly accepts: string;
}

/** A form that DuckDB reads by itself: every text of it, and none of another one. */
export interface DateForm {
  readonly pattern: string;
  /** Whether its times are in UTC, as the text itself says. */
  readonly utc: boolean;
}

const days: Readonly<Record<DateOrder, readonly string[]>> = {
  ymd: ['%Y-%m-%d', '%Y/%m/%d', '%Y%m%d'],
  dmy: ['%d/%m/%Y', '%d-%m-%Y', '%d.%m.%Y', '%d/%m/%y'],
  mdy: ['%m/%d/%Y', '%m-%d-%Y', '%m/%d/%y'],
};

const times: readonly (readonly [string, boolean])[] = [
  ['%H:%M:%S', false],
  ['%H:%M', false],
  ['%H:%M:%S.%f', false],
  ['%I:%M:%S %p', false],
  ['%I:%M %p', false],
  ['%H:%M:%SZ', true],
  ['%H:%M:%S.%fZ', true],
  ['%H:%M:%S%z', true],
];

function formsOf(order: DateOrder | undefined, withTime: boolean): DateForm[] {
  const known = [...days.ymd, ...(order === undefined || order === 'ymd' ? [] : days[order])];
  if (!withTime) return known.map((pattern) => ({ pattern, utc: false }));
  return known.flatMap((day) =>
    [' ', 'T'].flatMap((gap) => times.map(([time, utc]) => ({ pattern: `${day}${gap}${time}`, utc }))),
  );
}

/** SQL of a text as a TIMESTAMP by the form; NULL where it has not this form, or no such day exists. */
export function readForm(text: string, { pattern }: DateForm): string {
  const moment = `try_strptime(${text}, ${quoteLiteral(pattern)})`;
  return pattern.endsWith('%z') ? `make_timestamp(epoch_us(${moment}))` : moment;
}

/**
 * The form that most of a sample's texts have; undefined if none has any.
 * @param sample a relation for FROM, of few rows
 * @param text SQL over it
 */
export async function dateFormOf(
  duck: DuckDBConnection,
  sample: string,
  text: string,
  { order, withTime }: { readonly order: DateOrder | undefined; readonly withTime: boolean },
): Promise<DateForm | undefined> {
  const forms = formsOf(order, withTime);
  const counts = forms.map((form) => `count(*) FILTER (${readForm('x', form)} >= TIMESTAMP '${firstDay}')`);
  const [found] = await smallRowsJson(
    duck,
    `SELECT [${counts.join(', ')}] AS counts FROM (SELECT ${text} AS x FROM ${sample})`,
  );
  const numbers = Array.isArray(found?.['counts']) ? found['counts'].map(Number) : [];
  const most = Math.max(0, ...numbers);
  return most === 0 ? undefined : forms[numbers.indexOf(most)];
}
