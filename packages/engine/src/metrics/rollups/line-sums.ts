import sql from 'sql-template-tag';

/**
 * What sales lines add up to, of the columns of ventas_raw. A line's margin is its amount less the cost of its units on the
 * day of the sale; it counts only where all three are known, and `monto_con_costo` is what those lines amount to. The cast
 * is for DuckDB, whose product of two DECIMAL(18,6) has 18 digits, too.
 */
export const lineSums = sql`
  count(*) AS lineas,
  count(*) FILTER (WHERE cantidad < 0) AS lineas_devueltas,
  sum(cantidad) AS unidades,
  sum(monto_total) AS monto,
  sum(CASE WHEN cantidad IS NOT NULL AND costo_unitario IS NOT NULL THEN monto_total END) AS monto_con_costo,
  sum(monto_total - CAST(cantidad AS DECIMAL(38,6)) * costo_unitario) AS margen`;

/** The same of rows that have been added up by `lineSums` before. */
export const sumsOfSums = sql`
  sum(lineas) AS lineas, sum(lineas_devueltas) AS lineas_devueltas, sum(unidades) AS unidades, sum(monto) AS monto,
  sum(monto_con_costo) AS monto_con_costo, sum(margen) AS margen`;
