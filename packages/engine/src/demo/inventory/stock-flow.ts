import { outOfStock } from '../demand/availability.ts';
import { choice } from '../expressions.ts';
import { recentDays, type DemoPlan } from '../plan.ts';

/**
 * Working table `flow`: how stock came to be what it is, for each product that the stores with receipts sold lately. Its
 * days fall into stretches: a week, or shorter where it comes back after having run out. A stretch begins with a delivery
 * of what it will sell, so that it ends at the product's usual level, at nothing if the product runs out in it, or, the
 * last one, at the stock of today. `needed` is that delivery (negative: what has to be counted off on `count_day`),
 * `before` the stock before it.
 */
export function createStockFlow(plan: DemoPlan): string[] {
  return [stretches(plan), flow];
}

function stretches(plan: DemoPlan): string {
  const first = plan.lastDay - recentDays + 1;
  return `CREATE TEMP TABLE stretch AS
    WITH pair AS (
      SELECT l.store_n, product_n, stock, stock_minimo, ${choice(7, 'delivery day', 'l.store_n', 'product_n')} AS phase
      FROM place_product l SEMI JOIN daily_sales USING (store_n, product_n) JOIN store s ON s.store_n = l.store_n
      WHERE recibos),
    pair_day AS (
      SELECT pair.*, day_n, fecha, day_n = ${first} AS first, ${outOfStock(plan, 'product_n')} AS out,
        ${outOfStock(plan, 'product_n', '(day_n - 1)')} AS was_out
      FROM pair, day WHERE day_n >= ${first}),
    numbered AS (
      SELECT *, sum((first OR (day_n + phase) % 7 = 0 OR was_out AND NOT out)::INTEGER)
        OVER (PARTITION BY store_n, product_n ORDER BY day_n)::INTEGER AS stretch
      FROM pair_day),
    sold AS (
      SELECT numbered.*, coalesce(sold - returned, 0) AS net
      FROM numbered LEFT JOIN daily_sales USING (store_n, product_n, fecha))
    SELECT store_n, product_n, stretch, stock, stock_minimo, sum(net) AS net, min(day_n) AS first_day,
      coalesce(min(day_n) FILTER (out), max(day_n)) AS count_day, bool_or(out) AS runs_out, bool_or(first AND was_out) AS begins_out
    FROM sold GROUP BY store_n, product_n, stretch, stock, stock_minimo`;
}

/** The usual level is low enough that the last stretch need not take anything away. */
const flow = `CREATE TEMP TABLE flow AS
  WITH last AS (
    SELECT store_n, product_n, max_by(net, stretch) AS last_net, max(stretch) AS last_stretch FROM stretch
    GROUP BY store_n, product_n),
  usual AS (
    SELECT *, least(greatest(stock_minimo, 1), stock + last_net) AS usual FROM stretch JOIN last USING (store_n, product_n)),
  target AS (
    SELECT *, CASE WHEN stretch = last_stretch THEN stock WHEN runs_out THEN 0 ELSE usual END AS target,
      CASE WHEN begins_out THEN 0 ELSE usual END AS initial
    FROM usual)
  SELECT store_n, product_n, stretch, first_day, count_day,
    lag(target, 1, initial) OVER (PARTITION BY store_n, product_n ORDER BY stretch) AS before,
    (net + target - before)::DECIMAL(12,4) AS needed
  FROM target`;
