import type { Settings } from '../../config/settings.ts';
import { billOf, plan } from '../bill.ts';
import { choicesOf, economical } from '../choices.ts';
import { hoursAMonth, pricedRegion, prices, pricesOf, sources } from '../prices.ts';
import { made, usage } from '../usage.ts';

/** Everything that a bill is made from and comes to, for programs. */
export function jsonBills(environments: readonly Settings[]): unknown {
  return {
    region: pricedRegion,
    pricesOf,
    hoursAMonth,
    plan,
    environments: environments.map((settings) => ({
      environment: settings.environment,
      ...billOf(settings),
      choices: choicesOf(settings),
      economical: billOf(economical(settings)),
    })),
    usage,
    made,
    prices,
    sources,
  };
}
