import sql, { type Sql } from 'sql-template-tag';

/** Which rows of a long answer. Left out: all. */
export interface Page {
  readonly limit?: number | undefined;
  /** How many rows to pass over first. */
  readonly offset?: number | undefined;
}

/** What stands behind ORDER BY. */
export function pageOf({ limit, offset = 0 }: Page): Sql {
  const from = sql`OFFSET CAST(${String(offset)} AS BIGINT)`;
  return limit === undefined ? from : sql`LIMIT CAST(${String(limit)} AS BIGINT) ${from}`;
}
