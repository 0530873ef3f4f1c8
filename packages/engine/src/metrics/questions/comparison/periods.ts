import sql, { join, raw as plain, type Sql } from 'sql-template-tag';
import { addDays, daysBetween, type Need, type RawRow } from '../../../base/index.ts';
import { cell, sumCell } from '../../cells.ts';
import { difference, percentage } from '../../decimals.ts';
import { businessDate, type Period } from '../../sql.ts';
import { missingRates } from '../currency.ts';
import type { SalesFilter } from '../sales-filter.ts';

/** The periods that stand beside each other. */
const names = ['actual', 'anterior', 'anio_anterior'] as const;
type PeriodName = (typeof names)[number];

/** A year of whole weeks: so many days before, the weekday is the same. */
const yearDays = 364;

/**
 * A period beside two others of its length: `anterior` ends the day before it begins, `anio_anterior` lies 364 days before,
 * so that each of its days has the weekday of the day that it stands beside.
 */
export interface Compared<Figures> {
  readonly actual: Figures;
  readonly anterior: Figures;
  readonly anio_anterior: Figures;
  /** How much more venta_total is than in `anterior`, in percent to 2 decimals; null unless that is above zero. */
  readonly cambio_anterior: string | null;
  readonly cambio_anio_anterior: string | null;
}

/** How many days each period lies before the one that is asked about. */
function daysBefore({ from, to }: Period): Readonly<Record<PeriodName, number>> {
  return { actual: 0, anterior: daysBetween(businessDate(from), businessDate(to)) + 1, anio_anterior: yearDays };
}

function earlier({ from, to }: Period, days: number): Period {
  return { from: addDays(from, -days), to: addDays(to, -days) };
}

/** The days of the periods that stand beside each other. @throws FluxionError INVALID_INPUT for a date that is none */
export function comparedPeriods(period: Period): Readonly<Record<PeriodName, Period>> {
  const { anterior, anio_anterior } = daysBefore(period);
  return { actual: period, anterior: earlier(period, anterior), anio_anterior: earlier(period, anio_anterior) };
}

/** What the sums of all periods are read from, given what those of one are. @throws FluxionError INVALID_INPUT for a date that is none */
export function readsOfPeriods(filter: SalesFilter, reads: (of: SalesFilter) => readonly Need[]): readonly Need[] {
  const periods = comparedPeriods(filter);
  return names.flatMap((name) => reads({ ...filter, ...periods[name] }));
}

/**
 * The sums of the periods beside each other: one row for each key that has lines in one of them.
 * @param sums of a filter: a SELECT of `clave` and `columns`; told how many days before it lies, to move its dates by
 * @returns a SELECT of `clave` and, for each period, its name and the column's joined by an underscore
 */
export function besideEachOther(
  filter: SalesFilter,
  columns: readonly string[],
  sums: (of: SalesFilter, days: number) => Sql,
): Sql {
  const [shifts, days] = [daysBefore(filter), comparedPeriods(filter)];
  const list = (item: (name: PeriodName, column: string) => string) =>
    plain(names.flatMap((name) => columns.map((column) => item(name, column))).join(', '));
  const periods = names.map(
    (name) =>
      sql`SELECT ${plain(`'${name}'`)} AS periodo, sumado.* FROM (${sums({ ...filter, ...days[name] }, shifts[name])}) AS sumado`,
  );
  return sql`
    SELECT clave, ${list((name, column) => `sum(CASE WHEN periodo = '${name}' THEN ${column} END) AS ${name}_${column}`)}
    FROM (${join(periods, ' UNION ALL ')}) AS periodos
    GROUP BY clave`;
}

/** Reads a row of `besideEachOther`, given how a row of one period is read. @throws FluxionError NO_EXCHANGE_RATE */
export function compared<Figures>(
  raw: RawRow,
  columns: readonly string[],
  figures: (raw: RawRow) => Figures,
): Compared<Figures> {
  const present = `actual_${missingRates}` in raw ? [...columns, missingRates] : columns;
  const of = (name: PeriodName) =>
    figures(Object.fromEntries(present.map((column) => [column, cell(raw, `${name}_${column}`)])));
  const change = (name: PeriodName) => {
    const before = sumCell(raw, `${name}_monto`);
    return before.startsWith('-') ? null : percentage(difference(sumCell(raw, 'actual_monto'), before), before);
  };
  return {
    actual: of('actual'),
    anterior: of('anterior'),
    anio_anterior: of('anio_anterior'),
    cambio_anterior: change('anterior'),
    cambio_anio_anterior: change('anio_anterior'),
  };
}
