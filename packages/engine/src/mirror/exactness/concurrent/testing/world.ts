import type { Rollup } from '../../../../base/index.ts';
import type { MirroredTable } from '../../../index.ts';

/** Rows that are written together and are of one version: a day of a site. */
export interface VisitUnit {
  readonly site: string;
  readonly day: string;
}

export const sites = ['A', 'B', 'C', 'D'] as const;
const days = ['2024-01-30', '2024-01-31', '2024-02-01', '2024-02-29', '2024-03-01', '2024-03-02'];
const spareDays = ['2024-04-01', '2024-04-02'];
const unitsOf = (of: readonly string[]): VisitUnit[] => sites.flatMap((site) => of.map((day) => ({ site, day })));
/** Those that writers write into. */
export const units = unitsOf(days);
/** Those of a partition that only comes and goes. */
export const spareUnits = unitsOf(spareDays);
export const writers = 8;
export const purses = 16;
/** Amounts are moved between purses and safes: all of them together stay at this. */
export const money = purses * 1000;
export const rowsAtFirst = 5;

/** The partition that a unit's rows are in. */
export function partitionOf({ site, day }: VisitUnit): string {
  if (day < '2024-02-01') return 'visits_1';
  if (day < '2024-03-01') return site < 'C' ? 'visits_2_ab' : 'visits_2_cd';
  return 'visits_3';
}
export const partitions = ['visits_1', 'visits_2_ab', 'visits_2_cd', 'visits_3'];

/**
 * `whole` rows are replaced unit by unit, `single` ones are added to the same units by whoever likes, one after the other
 * (`n`) by each writer (`owner`), and purses (`owner`) hold amounts. The totals count each writer's single rows.
 */
export const visitColumns = '(kind, site, day, owner, n, version, of_rows, amount)';
export const tablesSql = `
  CREATE TABLE visits (kind text NOT NULL, site text NOT NULL, day date NOT NULL, owner int, n int, version bigint, of_rows int,
    amount numeric(14,2)) PARTITION BY RANGE (day);
  CREATE INDEX ON visits (site, day);
  CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
  CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM ('2024-02-01') TO ('2024-03-01') PARTITION BY LIST (site);
  CREATE TABLE visits_2_ab PARTITION OF visits_2 FOR VALUES IN ('A', 'B');
  CREATE TABLE visits_2_cd PARTITION OF visits_2 FOR VALUES IN ('C', 'D');
  CREATE TABLE visits_3 PARTITION OF visits FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
  CREATE TABLE visits_spare PARTITION OF visits FOR VALUES FROM ('2024-04-01') TO ('2024-05-01');
  CREATE TABLE totals (name text PRIMARY KEY, value numeric(14,2) NOT NULL);
  INSERT INTO totals SELECT 'writer ' || n, 0 FROM generate_series(0, ${writers - 1}) AS n;
  INSERT INTO totals SELECT 'safe ' || n, 0 FROM generate_series(0, 3) AS n;
  INSERT INTO visits ${visitColumns} SELECT 'purse', 'A', '2024-01-30', n, null, null, null, 1000 FROM generate_series(1, ${purses}) AS n;`;

export const declared: readonly MirroredTable[] = [
  { name: 'visits', unit: ['site', 'day'] },
  { name: 'totals', unit: [] },
];

export const byUnit: Rollup = {
  name: 'visits_by_unit',
  of: 'visits',
  sql: (from) => `SELECT site, day, count(*) AS lines, sum(amount) AS amount FROM ${from} GROUP BY site, day`,
};

/** All units in their first version, 1. */
export const firstRowsSql = [...units, ...spareUnits]
  .map(
    ({ site, day }) => `INSERT INTO visits ${visitColumns}
      SELECT 'whole', '${site}', '${day}', null, n, 1, ${rowsAtFirst}, n FROM generate_series(1, ${rowsAtFirst}) AS n`,
  )
  .join(';');
