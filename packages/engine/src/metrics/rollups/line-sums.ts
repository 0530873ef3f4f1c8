import sql from 'sql-template-tag';

/**
 * Lines whose quantity times cost is less than a million, as nearly all are. DuckDB's product of two DECIMAL(18,6) is a
 * DECIMAL(18,12): 64 bits wide, so six times faster than 128, but with no room for a million.
 */
const hasSmallCost = sql`(
  cantidad BETWEEN -10 AND 10 AND costo_unitario BETWEEN -99999 AND 99999
  OR cantidad BETWEEN -1000 AND 1000 AND costo_unitario BETWEEN -999 AND 999)`;

/**
 * What sales lines add up to, of the columns of ventas_raw. `costo` is the cost of their units on the day of the sale, and
 * `monto_con_costo` what the same lines amount to: a line counts in both only if its amount, quantity and cost are known,
 * so that their difference is the margin.
 */
export const lineSums = sql`
  count(*) AS lineas,
  count(*) FILTER (WHERE cantidad < 0) AS lineas_devueltas,
  sum(cantidad) AS unidades,
  sum(monto_total) AS monto,
  sum(CASE WHEN cantidad IS NOT NULL AND costo_unitario IS NOT NULL THEN monto_total END) AS monto_con_costo,
  coalesce(sum(CASE WHEN monto_total IS NOT NULL AND ${hasSmallCost} THEN cantidad * costo_unitario END), 0)
    + coalesce(sum(CASE WHEN monto_total IS NOT NULL AND NOT ${hasSmallCost}
        THEN CAST(cantidad AS DECIMAL(38,6)) * costo_unitario END), 0) AS costo`;

/** The same of rows that have been added up by `lineSums` before. */
export const sumsOfSums = sql`
  sum(lineas) AS lineas, sum(lineas_devueltas) AS lineas_devueltas, sum(unidades) AS unidades, sum(monto) AS monto,
  sum(monto_con_costo) AS monto_con_costo, sum(costo) AS costo`;

/** The columns of both. */
export const sumColumns = ['lineas', 'lineas_devueltas', 'unidades', 'monto', 'monto_con_costo', 'costo'];
