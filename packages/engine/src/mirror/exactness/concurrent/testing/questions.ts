import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Question, RawRow } from '../../../../base/index.ts';
import { byUnit } from './world.ts';

const kinds = ['whole', 'single', 'counter', 'purses', 'safes', 'rows', 'rollup'] as const;

/** What a question finds: of each unit its whole rows, of each site and writer the single rows, and what must agree. */
export interface Finding {
  readonly kind: (typeof kinds)[number];
  readonly key: string;
  readonly lines: number;
  readonly low: number;
  readonly high: number;
  readonly total: number;
  readonly expected: number;
}

/** What is asked for: everything, the counters, or a site's days. */
export type Scope =
  | { readonly of: 'all' | 'totals' }
  | { readonly of: 'site'; readonly site: string; readonly from?: string; readonly to?: string };

function finding(row: RawRow): Finding {
  const kind = kinds.find((one) => one === row['kind']);
  if (!kind) throw new RangeError(`not a kind of finding: ${row['kind']}`);
  const number = (column: string) => Number(row[column] ?? Number.NaN);
  const [lines, low, high] = [number('lines'), number('low'), number('high')];
  return { kind, key: row['key'] ?? '', lines, low, high, total: number('total'), expected: number('expected') };
}

const wholes = (where: Sql) => sql`
  SELECT 'whole' AS kind, site || ' ' || CAST(day AS VARCHAR) AS key, count(*) AS lines, min(version) AS low,
    max(version) AS high, CAST(sum(n) AS BIGINT) AS total, CAST(max(of_rows) AS BIGINT) AS expected
  FROM visits WHERE kind = 'whole' ${where} GROUP BY site, day`;
const singles = (where: Sql) => sql`
  SELECT 'single', site || ' ' || CAST(owner AS VARCHAR), count(*), CAST(min(n) AS BIGINT), CAST(max(n) AS BIGINT),
    CAST(sum(n) AS BIGINT), CAST(0 AS BIGINT)
  FROM visits WHERE kind = 'single' ${where} GROUP BY site, owner`;
const counters = sql`
  SELECT 'counter' AS kind, name AS key, CAST(1 AS BIGINT) AS lines, CAST(0 AS BIGINT) AS low, CAST(0 AS BIGINT) AS high,
    CAST(value AS BIGINT) AS total, CAST(0 AS BIGINT) AS expected
  FROM totals WHERE name LIKE 'writer %'`;
/** One row of how many there are, and what they come to. */
const sums = (kind: Finding['kind'], { lines, amount, from }: { lines: string; amount: string; from: string }) =>
  raw(`SELECT '${kind}', '', CAST(${lines} AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(${amount} AS BIGINT),
    CAST(0 AS BIGINT) FROM ${from}`);

export const everything: Question<Scope, Finding> = {
  name: 'everything',
  reads: () => [{ table: 'visits' }, { table: 'totals' }],
  rollups: [byUnit],
  sql: () => sql`
    ${wholes(empty)} UNION ALL ${singles(empty)} UNION ALL ${counters}
    UNION ALL ${sums('purses', { lines: 'count(DISTINCT owner)', amount: 'sum(amount)', from: `visits WHERE kind = 'purse'` })}
    UNION ALL ${sums('safes', { lines: 'count(*)', amount: 'sum(value)', from: `totals WHERE name LIKE 'safe %'` })}
    UNION ALL ${sums('rows', { lines: 'count(*)', amount: 'coalesce(sum(amount), 0)', from: 'visits' })}
    UNION ALL ${sums('rollup', { lines: 'sum(lines)', amount: 'coalesce(sum(amount), 0)', from: 'visits_by_unit' })}`,
  row: finding,
};

const ofTotals: Question<Scope, Finding> = {
  name: 'totals',
  reads: () => [{ table: 'totals' }],
  sql: () => counters,
  row: finding,
};

const ofSite: Question<Scope, Finding> = {
  name: 'site',
  reads: (scope) => {
    if (scope.of !== 'site') throw new RangeError('not a site');
    const { site, from, to } = scope;
    return [{ table: 'visits', units: { site: [site], day: { from, to } } }];
  },
  sql: (scope) => {
    if (scope.of !== 'site') throw new RangeError('not a site');
    const { site, from, to } = scope;
    if (from === undefined || to === undefined) {
      return sql`${wholes(sql`AND site = ${site}`)} UNION ALL ${singles(sql`AND site = ${site}`)}`;
    }
    return wholes(sql`AND site = ${site} AND day BETWEEN CAST(${from} AS DATE) AND CAST(${to} AS DATE)`);
  },
  row: finding,
};

export const questionOf = ({ of }: Scope): Question<Scope, Finding> =>
  ({ all: everything, totals: ofTotals, site: ofSite })[of];
