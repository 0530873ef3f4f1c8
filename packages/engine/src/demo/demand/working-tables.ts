import { createProducts } from '../catalogue/products.ts';
import type { DemoPlan } from '../plan.ts';
import { createStores } from '../stores/stores.ts';
import { createBaskets } from './baskets.ts';
import { createCalendar } from './calendar.ts';
import { createHourCurve } from './hours.ts';
import { createStoreDays } from './store-days.ts';
import { createWeeks } from './weeks.ts';

/** Everything that the sales lines are drawn from, in temporary tables that never reach the file. */
export function createDemand(plan: DemoPlan): string[] {
  return [
    ...createStores(),
    ...createCalendar(plan),
    ...createBaskets(),
    ...createStoreDays(plan),
    ...createHourCurve(),
    ...createProducts(plan),
    ...createWeeks(plan),
  ];
}
