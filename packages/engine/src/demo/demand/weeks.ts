import { bits, cases, chance, choice, uniform } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { createExchangeRates } from '../receipts/exchange-rates.ts';

/**
 * Working table `week_product`: what each product is worth in each week. `list_price4`, `price4` (with the promotion, if
 * any) and `cost4` are ten-thousandths of a bolívar at the rate of the week's first day, before the store's own price level; `discount` is in percent;
 * `weight` is the product's part of the week's demand. And `price_now`: the prices and costs of the last week; and the
 * rates of exchange.
 */
export function createWeeks({ weeks }: DemoPlan): string[] {
  const swing = uniform('swing', 'id', 'week_n');
  const pattern = cases(
    `0.92 + 0.16 * ${swing}`,
    [`patron = 'errático'`, `CASE WHEN ${choice(5, 'lump', 'id', 'week_n')} = 0 THEN 3.9 ELSE 0.28 END`],
    [`patron = 'variable'`, `0.35 + 1.3 * ${swing}`],
    [`patron = 'estacional'`, `0.85 + 0.3 * ${swing}`],
  );
  const promoted = `NOT weighed AND fate <> 'placeholder' AND ${chance(40, 'promotion', 'id', 'week_n // 2')}`;
  const discount = cases(0, [promoted, `10 + 5 * ${choice(5, 'discount', 'id', 'week_n // 2')}`]);
  const priceRises = `((week_n + ${choice(9, 'price change', 'id')}) // 9)`;
  const costRises = `((week_n + ${choice(7, 'cost change', 'id')}) // 7)`;
  return [
    ...createExchangeRates(),
    `CREATE TEMP TABLE week_product AS
     WITH priced AS (
       SELECT p.*, week_n, factor, ${discount} AS discount, week_n BETWEEN first_week AND last_week AS sold,
         ${toStep(`base_price4 * (1.0::DOUBLE + 0.011 * ${priceRises}) * rate_cents / 100.0::DOUBLE`)} AS list_price4,
         (base_cost4 * (1.0::DOUBLE + 0.009 * ${costRises}) * rate_cents / 100.0::DOUBLE)::BIGINT AS cost4
       FROM product p JOIN season_week USING (season) JOIN week_rate USING (week_n))
     SELECT week_n, product_n, id, weighed, price_step, discount, list_price4, cost4,
       ${toStep('list_price4 * (100 - discount) / 100.0::DOUBLE')} AS price4,
       CASE WHEN sold THEN (weight * factor * ${pattern}::DOUBLE * (1.0 + 0.07 * discount)::DOUBLE)::BIGINT ELSE 0 END AS weight
     FROM priced ORDER BY week_n, product_n`,
    `CREATE TEMP TABLE price_now AS
     SELECT product_n, list_price4, cost4, discount FROM week_product WHERE week_n = ${weeks - 1}`,
  ];
}

/** A price rounded to its product's step, at least one step. */
function toStep(price4: string): string {
  return `(greatest(round(${price4} / price_step), 1) * price_step)::BIGINT`;
}

/** A week's price at a store's own price level (percent), rounded to the product's step: a BIGINT of ten-thousandths. */
export function storePrice4(price4: string): string {
  return `((${price4} * nivel_precio + 50 * price_step) // (100 * price_step) * price_step)`;
}

/**
 * Working table `week_slot` for some weeks: a week's demand divided into `slots` equal slots, each given to a product, so
 * that drawing a slot by chance draws a product by its weight. A product too small for a slot gets one now and then.
 */
export function createWeekSlots(slots: number, firstWeek: number, lastWeek: number): string {
  return `CREATE OR REPLACE TEMP TABLE week_slot AS
    WITH running AS (
      SELECT week_n, product_n, weight, sum(weight) OVER (PARTITION BY week_n ORDER BY product_n)::BIGINT AS upto,
        sum(weight) OVER (PARTITION BY week_n)::BIGINT AS total
      FROM week_product WHERE week_n BETWEEN ${firstWeek} AND ${lastWeek} AND weight > 0),
    shifted AS (SELECT *, (${bits('shift', 'week_n')} % total::UBIGINT)::BIGINT AS shift FROM running),
    edged AS (
      SELECT week_n, product_n, ((upto - weight) * ${slots} + shift) // total AS first, (upto * ${slots} + shift) // total AS last
      FROM shifted)
    SELECT (week_n * ${slots} + unnest(range(first, last)))::INTEGER AS slot, product_n FROM edged`;
}
