import { carried, outOfStock } from '../demand/availability.ts';
import { storePrice4 } from '../demand/weeks.ts';
import { choice, uniform } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { servingCentre } from '../stores/regions.ts';
import { supplierId, supplierLeadDays, suppliersPerDepartment } from '../tables/proveedores.ts';
import { demandDays } from './sales-of-products.ts';

/** The main supplier's number (from 0) within a product's department: SQL over the columns of `product`. */
export const mainSupplier = choice(suppliersPerDepartment, 'supplier', 'department_n', 'marca', 'family_n');

/**
 * Working table `place_product`: every product in every place (store or distribution centre) that carries it, with its
 * demand, the levels that follow from it, its cost and price in the last week, and `stock`: what is there at the end of
 * the last day.
 */
export function createLevels(plan: DemoPlan): string[] {
  return [
    `CREATE TEMP TABLE pair_demand AS
     WITH recent AS (
       SELECT store_n, product_n, fecha, (sold - returned)::DECIMAL(15,4) AS net FROM daily_sales
       WHERE fecha > DATE '${plan.until}' - ${demandDays})
     SELECT store_n, product_n, sum(net) AS demand30, sum(net) FILTER (fecha > DATE '${plan.until}' - 7) AS demand7,
       max(net) AS most, sum(net * net) AS squares
     FROM recent GROUP BY store_n, product_n`,
    `CREATE TEMP TABLE place_pair AS ${storePairs(plan)} UNION ALL BY NAME ${centrePairs(plan)}`,
    placeProduct(),
  ];
}

function storePairs(plan: DemoPlan): string {
  return `SELECT ubicacion_id, store_n, product_n, 'tienda' AS tipo, nivel_precio,
      greatest(coalesce(demand30, 0), 0) AS demand30, coalesce(demand7, 0) AS demand7, coalesce(most, 0) AS most,
      coalesce(squares, 0) AS squares, net, last_sale, last_day, ${outOfStock(plan, 'product_n', String(plan.lastDay))} AS out
    FROM (
      SELECT store_n, store.id AS ubicacion_id, nivel_precio, surtido, product_n, fate FROM store, product
      WHERE ${carried(plan, 'product_n')})
    LEFT JOIN pair_demand USING (store_n, product_n) LEFT JOIN pair_sales USING (store_n, product_n)
    WHERE fate <> 'placeholder' OR net IS NOT NULL`;
}

/** Each centre serves the stores of its part of the country; the smaller one keeps the more popular half only. */
function centrePairs({ products }: DemoPlan): string {
  return `SELECT c.id AS ubicacion_id, NULL AS store_n, p.product_n, 'cedi' AS tipo, 100 AS nivel_precio,
      greatest(coalesce(sum(demand30), 0), 0) AS demand30, coalesce(sum(demand7), 0) AS demand7, coalesce(sum(most), 0) AS most,
      coalesce(sum(squares), 0) AS squares, NULL AS net, NULL AS last_sale, NULL AS last_day, false AS out
    FROM distribution_centre c
    JOIN product p ON p.fate NOT IN ('discontinued', 'placeholder', 'never sold')
      AND (c.centre_n = 1 OR p.product_n <= ${Math.ceil(products / 2)})
    JOIN (SELECT store_n, ${servingCentre} AS centre FROM store) s ON s.centre = c.id
    LEFT JOIN pair_demand d ON d.store_n = s.store_n AND d.product_n = p.product_n
    GROUP BY c.id, p.product_n`;
}

/** Rounded to what can be held: whole pieces, or whole grams. */
function held(quantity: string): string {
  return `(CASE WHEN weighed THEN round((${quantity})::DOUBLE, 3) ELSE ceil((${quantity})::DOUBLE) END)::DECIMAL(12,4)`;
}

/** Like a real shop: most stock is right, some is low or out, some far too high, a little negative. */
function stockByState(): string {
  const share = uniform('level', 'ubicacion_id', 'id');
  return `CASE
    WHEN fate = 'placeholder' THEN -greatest(net, 0)
    WHEN fate = 'never sold' THEN CASE WHEN state_n < 600 THEN case_units * (1 + state_n % 2) ELSE 0 END
    WHEN fate = 'dead' OR fate = 'discontinued' AND state_n < 400 THEN ${held(`stock_maximo * (0.4 + 2.2 * ${share})`)}
    WHEN fate = 'discontinued' OR out AND state_n >= 80 THEN 0
    WHEN out OR state_n < 10 AND tipo = 'tienda'
      THEN CASE WHEN weighed THEN -0.125 * (1 + state_n % 30) ELSE -(1 + state_n % 4) END
    WHEN state_n < 50 THEN ${held(`stock_minimo * ${share}`)}
    WHEN state_n < 150 THEN least(punto_reorden, ${held(`stock_minimo + (punto_reorden - stock_minimo) * ${share}`)})
    WHEN state_n < 250 THEN ${held(`stock_maximo * (1.05 + 1.3 * ${share})`)}
    ELSE least(stock_maximo - 0.5,
      ${held(`punto_reorden + (stock_maximo - punto_reorden) * (0.05 + 0.9 * ${share})`)}) END`;
}

function placeProduct(): string {
  const supplier = supplierId('greatest(department_n, 0)', mainSupplier);
  return `CREATE TEMP TABLE place_product AS
    WITH known AS (
      SELECT l.*, p.* EXCLUDE (product_n), list_price4, cost4, discount,
        ${choice(1000, 'stock state', 'ubicacion_id', 'id')} AS state_n,
        CASE WHEN tipo = 'cedi' OR department_n < 0 THEN 7
          ELSE ${supplierLeadDays(supplier, 'coalesce(dias_vencimiento, 9999)')} END AS lead_days,
        CASE WHEN dias_vencimiento <= 30 THEN least(7, dias_vencimiento) ELSE 14 + ${choice(15, 'cover', 'id')} END AS cover_days,
        greatest(demand30::DOUBLE / ${demandDays}, 0.03) AS rate,
        CASE WHEN weighed THEN 0.5 ELSE 1.0 END AS least_stock
      FROM place_pair l JOIN product p USING (product_n) JOIN price_now USING (product_n)),
    low AS (SELECT *, greatest(least_stock, ${held('rate * 3')}) AS stock_minimo FROM known),
    middle AS (
      SELECT *, greatest(stock_minimo + 1, ${held('rate * (lead_days + 3)')})::DECIMAL(12,4) AS punto_reorden FROM low),
    high AS (
      SELECT *, greatest(punto_reorden + least(case_units, 12) + 1,
        ${held('rate * (lead_days + 3 + cover_days)')})::DECIMAL(12,4) AS stock_maximo
      FROM middle)
    SELECT *, ${storePrice4('list_price4')} AS price4, (${stockByState()})::DECIMAL(12,4) AS stock FROM high`;
}
