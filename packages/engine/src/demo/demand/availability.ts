import { bits, choice } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';

/** Days from one possible stockout of a product in a store to the next. */
const cycle = 45;

/** Whether a store carries a product: SQL over store_n, surtido and `product` (its number). The popular fifth is everywhere. */
export function carried({ products }: Pick<DemoPlan, 'products'>, product: string): string {
  return `(${product} <= ${Math.ceil(products / 5)}
    OR ${choice(100, 'assortment', 'store_n', product)} < CASE WHEN ${product} > ${products} THEN 30 ELSE surtido END)`;
}

/**
 * Whether a store has run out of a product on a day: SQL over store_n and the day's number. In each cycle of 45 days one product
 * in seven runs out for 3 to 13 days; the core products never do.
 */
export function outOfStock({ coreProducts }: Pick<DemoPlan, 'coreProducts'>, product: string, day = 'day_n'): string {
  const dayOfCycle = `(${day} + ${choice(cycle, 'stock cycle', 'store_n', product)})`;
  const episode = bits('stockout', 'store_n', product, `${dayOfCycle} // ${cycle}`);
  return `(${product} > ${coreProducts} AND (${episode} % 7 = 0)
    AND (${dayOfCycle} % ${cycle} - ((${episode} >> 8) % 30)::INTEGER) BETWEEN 0 AND 2 + ((${episode} >> 16) % 11)::INTEGER)`;
}
