import sql, { join, raw as plain, type Sql } from 'sql-template-tag';
import { daysBetween, decimalText, FluxionError, type Need, type RawRow } from '../../base/index.ts';
import { countCell, sumCell } from '../cells.ts';
import { quotient } from '../decimals.ts';
import { lineSums, sumColumns, sumsOfSums } from '../rollups/index.ts';
import { businessDate, type Period } from '../sql.ts';

/** What amounts are told in: bolívares, as they were booked, or dollars. */
export type Currency = 'VES' | 'USD';

/** Amounts of a period in a currency. */
export interface InCurrency extends Period {
  /**
   * Bolívares unless told otherwise. In dollars, what is booked on a day is worth what the day's rate makes of it, or, if it
   * has none, that of the last day before it that has one.
   */
  readonly currency?: Currency | undefined;
}

/** The column of lines that have no rate: neither their day nor any before it has one. Only sums in dollars have it. */
export const missingRates = 'lineas_sin_tasa';
const amounts = ['monto', 'monto_con_costo', 'costo'] as const;

function isInDollars({ currency }: InCurrency): boolean {
  return currency === 'USD';
}

/** What dollars are reckoned by, as a question's need. */
export function ratesRead(filter: InCurrency): readonly Need[] {
  return isInDollars(filter) ? [{ table: 'tasas_cambio' }] : [];
}

/** The columns that the sums of the filter's lines have. */
export function sumColumnsIn(filter: InCurrency): readonly string[] {
  return isInDollars(filter) ? [...sumColumns, missingRates] : sumColumns;
}

/**
 * `sumsOfSums` of days that `inCurrency` gives. The two parts of an amount are added up apart, and put together, to 18 decimals,
 * only then: DuckDB takes microseconds to bring a number of 38 digits to another scale. There is room for costs of 10^17 bolívares.
 */
export function sumsOfDaysIn(filter: InCurrency): Sql {
  if (!isInDollars(filter)) return sumsOfSums;
  const dollars = amounts.map((name) => {
    const [high, low] = [plain(`sum(${name}_alto)`), plain(`sum(${name}_bajo)`)];
    return sql`CAST(${high} AS DECIMAL(38,18)) + CAST(${low} AS DECIMAL(38,9)) * 0.000000001 AS ${plain(name)}`;
  });
  return sql`
    sum(lineas) AS lineas, sum(lineas_devueltas) AS lineas_devueltas, sum(unidades) AS unidades, ${join(dollars)},
    sum(lineas_sin_tasa) AS lineas_sin_tasa`;
}

/** `sumsOfSums` of what `sumsBy` gives. */
export function sumsOfSumsIn(filter: InCurrency): Sql {
  return isInDollars(filter) ? sql`${sumsOfSums}, sum(lineas_sin_tasa) AS lineas_sin_tasa` : sumsOfSums;
}

/**
 * `todas_sin_tasa`: the lines of all rows that have no rate, as a further column of each, where there are dollars. A part of a
 * ranking must not pass for right if others lack something.
 * @param of how it is reckoned; left out: it is there
 */
export function missingOfAll(filter: InCurrency, of?: Sql): Sql {
  if (!isInDollars(filter)) return sql``;
  return of === undefined ? sql`, todas_sin_tasa` : sql`, ${of} AS todas_sin_tasa`;
}

/** For `missingOfAll`: the sum over the rows of `sumsBy`. */
export const summedMissing = sql`sum(lineas_sin_tasa) OVER ()`;

/**
 * The sums of lines by a key, in the filter's currency.
 * @param key names of columns
 * @param lines what stands behind FROM
 */
export function sumsBy(filter: InCurrency, key: readonly string[], lines: Sql): Sql {
  const columns = plain(key.join(', '));
  if (!isInDollars(filter)) return sql`SELECT ${columns}, ${lineSums} FROM ${lines} GROUP BY ${columns}`;
  const byDay = sql`SELECT ${columns}, fecha, ${lineSums} FROM ${lines} GROUP BY ${columns}, fecha`;
  return sql`
    SELECT ${columns}, ${sumsOfDaysIn(filter)} FROM (${inCurrency(filter, key, byDay)}) AS por_dia GROUP BY ${columns}`;
}

/**
 * Sums of days in the filter's currency, for `sumsOfDaysIn`: of an amount in dollars both parts, as `_alto` and `_bajo`.
 * @param others the columns beside fecha and those of `lineSums`
 * @param sums a SELECT of all of these
 */
export function inCurrency(filter: InCurrency, others: readonly string[], sums: Sql): Sql {
  if (!isInDollars(filter)) return sums;
  const kept = [...others, 'fecha', 'lineas', 'lineas_devueltas', 'unidades'].map((name) => plain(`s.${name}`));
  const converted = amounts.flatMap((name) => [
    plain(`s.${name} * t.alto AS ${name}_alto`),
    plain(`s.${name} * t.bajo AS ${name}_bajo`),
  ]);
  return sql`
    SELECT ${join([...kept, ...converted])}, CASE WHEN t.alto IS NULL THEN s.lineas ELSE 0 END AS lineas_sin_tasa
    FROM (${sums}) AS s LEFT JOIN ${dailyRates(filter)} AS t ON t.fecha = s.fecha`;
}

/**
 * An amount of a day in dollars, to 18 decimals; of `dailyRates AS t`. What a bolívar is worth has 18 decimals too, more than
 * an amount can be multiplied by in DuckDB's 38 digits: so the first 9 count alone, and then the others, in billionths.
 */
export function inDollars(amount: Sql): Sql {
  return sql`(CAST(${amount} * t.alto AS DECIMAL(38,18))
    + CAST(CAST(${amount} AS DECIMAL(38,9)) * t.bajo AS DECIMAL(38,9)) * 0.000000001)`;
}

/**
 * What stands behind FROM for every day of the period and what a bolívar is worth in dollars on it, in two parts: `alto`, and
 * `bajo` in billionths. Both are NULL before the first rate that there is.
 */
export function dailyRates({ from, to }: Period): Sql {
  const [first, last] = [businessDate(from), businessDate(to)];
  const days = plain(String(Math.max(0, daysBetween(first, last))));
  return sql`(
    SELECT fecha, alto, CAST((usd_por_bs - alto) * 1000000000 AS DECIMAL(10,9)) AS bajo
    FROM (
      SELECT fecha, usd_por_bs, CAST(usd_por_bs AS DECIMAL(16,9)) AS alto
      FROM (
        SELECT fecha, max(usd_por_bs) OVER (PARTITION BY tramo) AS usd_por_bs
        FROM (
          SELECT fecha, usd_por_bs, count(usd_por_bs) OVER (ORDER BY fecha) AS tramo
          FROM (
            SELECT fecha, max(usd_por_bs) AS usd_por_bs
            FROM (
              SELECT fecha, usd_por_bs FROM tasas_cambio WHERE fecha <= CAST(${last} AS DATE)
              UNION ALL
              SELECT CAST(${first} AS DATE) + CAST(n AS INTEGER), CAST(NULL AS DECIMAL(25,18))
              FROM generate_series(0, ${days}) AS g (n)) AS conocida
            GROUP BY fecha) AS por_fecha) AS en_orden) AS vigente) AS partida)`;
}

/** @throws FluxionError NO_EXCHANGE_RATE if the row has amounts of a day that no rate is known for */
export function requireRates(raw: RawRow): void {
  for (const column of [missingRates, 'todas_sin_tasa']) {
    if (column in raw && countCell(raw, column) > 0) {
      throw new FluxionError(
        'NO_EXCHANGE_RATE',
        'There are sales of days for which no exchange rate is known, neither their own nor an earlier one. Set one.',
      );
    }
  }
}

/**
 * A sum of money as exact text with at least 2 decimals; of dollars, which are quotients, rounded to 6.
 * @throws FluxionError NO_EXCHANGE_RATE
 */
export function moneyCell(raw: RawRow, column: string): string {
  requireRates(raw);
  const sum = sumCell(raw, column, 2);
  return missingRates in raw || 'todas_sin_tasa' in raw ? decimalText(quotient(sum, '1', 6) ?? sum, 2) : sum;
}
