import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteLiteral } from '../../../base/index.ts';
import { smallRowsJson } from '../../../duckdb/index.ts';
import { firstDay } from '../dates/day.ts';

/** A moment at which a zone's offset from UTC changes. */
export interface Change {
  /** Microseconds since 1970. */
  readonly at: bigint;
  /** Seconds east of UTC, before and after. */
  readonly before: number;
  readonly after: number;
}

/** A zone as it was from `firstDay` to now. */
export interface Zone {
  readonly name: string;
  /** Seconds east of UTC at the end. */
  readonly offset: number;
  /** The newest first. */
  readonly changes: readonly Change[];
  /** The date that it is there now. */
  readonly today: string;
}

/** Whether DuckDB's ICU knows the zone. */
export async function isZone(duck: DuckDBConnection, name: string): Promise<boolean> {
  const found = await smallRowsJson(duck, `SELECT 1 FROM pg_timezone_names() WHERE name = ${quoteLiteral(name)}`);
  return found.length > 0;
}

/**
 * Finds a zone's changes: offsets are asked of ICU day by day, and of days with a change by the minute, so that two changes
 * that cancel each other within a day are the only ones it does not see; there are none. Without instants none is needed.
 */
export async function zoneOf(duck: DuckDBConnection, name: string, withChanges: boolean, now: Date): Promise<Zone> {
  const zone = quoteLiteral(name);
  const offset = (moment: string) => `date_diff('second', ${moment}, timezone(${zone}, ${moment}::TIMESTAMPTZ))`;
  const end = `TIMESTAMP '${now.toISOString().slice(0, 19).replace('T', ' ')}'`;
  const finer = (from: string, span: string, step: string) => `
    SELECT moment, moment - INTERVAL '${step}' AS earlier, ${offset('moment')} AS after,
      ${offset(`(moment - INTERVAL '${step}')`)} AS before
    FROM (SELECT unnest(range(earlier + INTERVAL '${step}', earlier + INTERVAL '${span}' + INTERVAL '${step}',
      INTERVAL '${step}')) AS moment FROM ${from})
    WHERE before <> after`;
  const changes = !withChanges
    ? []
    : await smallRowsJson(
        duck,
        `WITH days AS (
      SELECT moment AS earlier, ${offset('moment')} AS before, ${offset(`(moment + INTERVAL '1 day')`)} AS after
      FROM range(TIMESTAMP '${firstDay}' - INTERVAL '1 day', ${end} + INTERVAL '2 days', INTERVAL '1 day') AS t (moment)
      WHERE before <> after),
    hours AS (${finer('days', '1 day', '1 hour')}),
    minutes AS (${finer('hours', '1 hour', '1 minute')})
    SELECT epoch_us(moment)::VARCHAR AS moment, before::INTEGER AS before, after::INTEGER AS after
    FROM minutes ORDER BY minutes.moment DESC`,
      );
  const [last] = await smallRowsJson(
    duck,
    `SELECT ${offset(end)}::INTEGER AS now, ${offset(`(${end} + INTERVAL '3 days')`)}::INTEGER AS last,
      timezone(${zone}, ${end}::TIMESTAMPTZ)::DATE::VARCHAR AS today`,
  );
  return {
    name,
    offset: Number(last?.['last']),
    today: String(last?.['today']),
    changes: changes.map(({ moment, before, after }) => ({
      at: BigInt(String(moment)),
      before: Number(before),
      after: Number(after),
    })),
  };
}
