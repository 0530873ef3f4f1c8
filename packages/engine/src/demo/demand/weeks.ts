import { chance, choice, uniform } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';

/**
 * Working table `week_product`: what each product is worth in each week. `list_price4`, `price4` (with the promotion, if
 * any) and `cost4` are ten-thousandths of a dollar, before the store's own price level; `discount` is in percent;
 * `weight` is the product's part of the week's demand. And `price_now`: the prices and costs of the last week.
 */
export function createWeeks({ weeks }: DemoPlan): string[] {
  const promoted = `(NOT weighed AND fate <> 'placeholder' AND ${chance(40, 'promotion', 'id', 'week_n // 2')})`;
  const pattern = `CASE patron WHEN 'errático' THEN CASE WHEN ${choice(5, 'lump', 'id', 'week_n')} = 0 THEN 3.9 ELSE 0.28 END
    WHEN 'variable' THEN 0.35 + 1.3 * ${uniform('swing', 'id', 'week_n')}
    WHEN 'estacional' THEN 0.85 + 0.3 * ${uniform('swing', 'id', 'week_n')}
    ELSE 0.92 + 0.16 * ${uniform('swing', 'id', 'week_n')} END`;
  return [
    `CREATE TEMP TABLE week_product AS
     WITH priced AS (SELECT week_n, product_n, id, weighed, price_step, weight AS base_weight, patron, week_n BETWEEN first_week AND last_week AS sold, s.factor,
         CASE WHEN ${promoted} THEN 10 + 5 * ${choice(5, 'discount', 'id', 'week_n // 2')} ELSE 0 END AS discount,
         ${toStep(`base_price4 * (1.0::DOUBLE + 0.011 * ((week_n + ${choice(9, 'price change', 'id')}) // 9))`)} AS list_price4,
         (base_cost4 * (1.0::DOUBLE + 0.009 * ((week_n + ${choice(7, 'cost change', 'id')}) // 7)))::INTEGER AS cost4
       FROM product JOIN season_week s USING (season))
     SELECT week_n, product_n, id, weighed, price_step, discount, list_price4, ${toStep('list_price4 * (100 - discount) / 100.0::DOUBLE')} AS price4, cost4,
       CASE WHEN sold THEN (base_weight * factor * (${pattern})::DOUBLE * (1.0 + 0.07 * discount)::DOUBLE)::BIGINT ELSE 0 END AS weight
     FROM priced ORDER BY week_n, product_n`,
    `CREATE TEMP TABLE price_now AS
     SELECT product_n, list_price4, cost4, discount FROM week_product WHERE week_n = ${weeks - 1}`,
  ];
}

/** A price rounded to its product's step, at least one step. */
function toStep(price4: string): string {
  return `(greatest(round(${price4} / price_step), 1) * price_step)::INTEGER`;
}

/** A week's price at a store's own price level (percent), rounded to the product's step: an INTEGER of ten-thousandths. */
export function storePrice4(price4: string): string {
  return `((${price4} * nivel_precio + 50 * price_step) // (100 * price_step) * price_step)`;
}

/**
 * Working table `week_slot` for some weeks: a week's demand divided into `slots` equal slots, each given to a product, so
 * that drawing a slot by chance draws a product by its weight. A product too small for a slot gets one now and then.
 */
export function createWeekSlots(slots: number, firstWeek: number, lastWeek: number): string {
  return `CREATE OR REPLACE TEMP TABLE week_slot AS
    WITH running AS (SELECT week_n, product_n, weight, sum(weight) OVER (PARTITION BY week_n ORDER BY product_n)::BIGINT AS upto,
        sum(weight) OVER (PARTITION BY week_n)::BIGINT AS total FROM week_product WHERE week_n BETWEEN ${firstWeek} AND ${lastWeek} AND weight > 0),
      shifted AS (SELECT *, (hash('shift', week_n) % total::UBIGINT)::BIGINT AS shift FROM running)
    SELECT (week_n * ${slots} + unnest(range(((upto - weight) * ${slots} + shift) // total, (upto * ${slots} + shift) // total)))::INTEGER AS slot, product_n FROM shifted`;
}
