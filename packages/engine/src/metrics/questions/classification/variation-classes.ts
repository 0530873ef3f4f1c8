import sql, { type Sql } from 'sql-template-tag';
import { addDays, FluxionError, isoWeekday } from '../../../base/index.ts';
import { businessDate, type Period } from '../../sql.ts';
import { linesOf, type SalesFilter } from '../sales-filter.ts';

export type VariationClass = 'X' | 'Y' | 'Z';

/** What a variation is computed of: the last whole weeks that end on or before `to`. */
export interface Weeks {
  readonly to: string;
  /** How many, 2 to 104; left out: 12. */
  readonly weeks?: number | undefined;
}

/**
 * The days of those weeks, from a Monday to a Sunday.
 * @throws FluxionError INVALID_INPUT for a date that is none, or a number of weeks that does not fit
 */
export function wholeWeeks({ to, weeks = 12 }: Weeks): Period & { readonly weeks: number } {
  if (!Number.isInteger(weeks) || weeks < 2 || weeks > 104) {
    throw new FluxionError('INVALID_INPUT', `A variation needs 2 to 104 whole weeks, not ${weeks}.`);
  }
  const sunday = addDays(businessDate(to), -(isoWeekday(to) % 7));
  return { from: addDays(sunday, 1 - 7 * weeks), to: sunday, weeks };
}

/**
 * The XYZ class of every product that was sold in those weeks, by the coefficient of variation of its weekly units:
 * X below 0.5, Y below 1, else Z. Of n weeks, those without a sale included as zeros, with the sum S and the sum of
 * squares Q, the mean is S / n, the (population's) variance (n Q - S²) / n², so that the coefficient is
 * sqrt(n Q - S²) / S, and it is below a half if 4 (n Q - S²) < S². A product that sold in fewer than 2 of the weeks, or
 * was brought back as often as sold, has no class.
 *
 * Nothing is divided or rounded, so both engines decide alike. The squares have 12 decimals, which leaves DuckDB's decimals
 * 26 digits before the point: 576 x² < 10^26 holds for 12 weeks of up to 4 x 10^11 units.
 *
 * Source: Scholz-Reiter, Heger, Meinecke and Bergmann, Integration of demand forecasts in ABC-XYZ analysis, International
 * Journal of Productivity and Performance Management 61(4), 2012.
 * @returns a SELECT of producto_id, semanas, semanas_con_venta, suma (S), suma_cuadrados (Q), dispersion (n Q - S²),
 *   suma_al_cuadrado (S²) and xyz
 */
export function variationClasses(filter: Omit<SalesFilter, 'from'> & Weeks): Sql {
  const { weeks, ...period } = wholeWeeks(filter);
  const n = sql`CAST(${String(weeks)} AS INTEGER)`;
  return sql`
    SELECT producto_id, ${n} AS semanas, semanas_con_venta, suma, suma_cuadrados, dispersion, suma_al_cuadrado,
      CASE WHEN semanas_con_venta < 2 OR suma <= 0 THEN NULL
        WHEN 4 * dispersion < suma_al_cuadrado THEN 'X'
        WHEN dispersion < suma_al_cuadrado THEN 'Y'
        ELSE 'Z' END AS xyz
    FROM (
      SELECT producto_id, semanas_con_venta, suma, suma_cuadrados,
        ${n} * suma_cuadrados - suma * suma AS dispersion, suma * suma AS suma_al_cuadrado
      FROM (
        SELECT producto_id, count(*) FILTER (WHERE unidades > 0) AS semanas_con_venta,
          sum(unidades) AS suma, sum(unidades * unidades) AS suma_cuadrados
        FROM (
          SELECT producto_id, CAST(date_trunc('week', fecha) AS DATE) AS semana, coalesce(sum(cantidad), 0) AS unidades
          FROM ${linesOf({ ...filter, ...period })} AND producto_id IS NOT NULL
          GROUP BY producto_id, CAST(date_trunc('week', fecha) AS DATE)) AS semanal
        GROUP BY producto_id) AS sumado) AS medido`;
}
