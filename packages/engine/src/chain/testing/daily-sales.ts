import type pg from 'pg';

/**
 * The units where `ventas_diarias` differs from the sum of its lines; empty if it is exact. Computed differently from the
 * schema's own code, so that it is an independent check.
 */
export async function inexactDays(database: pg.Pool | pg.PoolClient): Promise<unknown[]> {
  const { rows } = await database.query(`
    WITH fresh AS (
      SELECT fecha, ubicacion_id, coalesce(sum(monto_total), 0) AS venta_total, coalesce(sum(cantidad), 0) AS unidades,
        count(*) AS lineas, sum((coalesce(cantidad, 0) < 0)::int) AS lineas_devueltas,
        count(DISTINCT numero_factura) AS total_facturas
      FROM ventas_raw GROUP BY fecha, ubicacion_id)
    SELECT * FROM fresh AS f FULL JOIN ventas_diarias AS d USING (fecha, ubicacion_id)
    WHERE (f.venta_total, f.unidades, f.lineas, f.lineas_devueltas, f.total_facturas)
      IS DISTINCT FROM (d.venta_total, d.unidades, d.lineas, d.lineas_devueltas, d.total_facturas)
      OR d.ticket_promedio IS DISTINCT FROM CASE WHEN f.total_facturas > 0 THEN round(f.venta_total / f.total_facturas, 6) END`);
  return rows;
}
