import { recentDays, type DemoPlan } from '../plan.ts';

/** Days over which a product's demand is measured. */
export const demandDays = 30;

/**
 * Working tables drawn from ventas_raw: `pair_sales` (what a store sold of a product in all, and when last) and
 * `daily_sales` (a product's day in a store: pieces `sold` and `returned`; the last 30 days, and the last 60 of the
 * stores that deliver receipts).
 */
export function measureSales({ until }: DemoPlan): string[] {
  const named = `ventas_raw v JOIN store s ON s.id = v.ubicacion_id JOIN product p ON p.id = v.producto_id`;
  return [
    `CREATE TEMP TABLE pair_sales AS
     SELECT store_n, product_n, sum(cantidad) AS net, max(fecha_hora) AS last_sale, max(fecha) AS last_day FROM ${named} GROUP BY store_n, product_n`,
    `CREATE TEMP TABLE daily_sales AS
     SELECT store_n, product_n, fecha, coalesce(sum(cantidad) FILTER (cantidad > 0), 0)::DECIMAL(12,4) AS sold,
       coalesce(-sum(cantidad) FILTER (cantidad < 0), 0)::DECIMAL(12,4) AS returned
     FROM ${named} WHERE fecha > DATE '${until}' - ${demandDays} OR (recibos AND fecha > DATE '${until}' - ${recentDays})
     GROUP BY store_n, product_n, fecha`,
  ];
}
