import { CostError } from './cost-error.ts';
import { pricesOf, type Price, type Source } from './prices.ts';

/** A class of RDS for PostgreSQL: what its hour costs in one zone and with a standby in another. */
export interface DatabaseInstance {
  readonly oneZone: Price;
  readonly twoZones: Price;
  readonly vcpus: number;
  /** Its processor is shared: what it computes above its baseline, on average over a day, is paid apart. */
  readonly burstable: boolean;
}

function instance(usd: number, source: Source, twoZonesUsd = 2 * usd): DatabaseInstance {
  const hour = (price: number): Price => ({ usd: price, unit: 'hours', source });
  return { oneZone: hour(usd), twoZones: hour(twoZonesUsd), vcpus: 2, burstable: true };
}

/** A standby costs as much as its instance; where the price list rounds the pair, its price is told. */
export const instances: ReadonlyMap<string, DatabaseInstance> = new Map([
  ['t4g.small', instance(0.032, 'infracost', 0.065)],
  ['t4g.medium', instance(0.065, 'infratally', 0.13)],
  ['t4g.large', instance(0.129, 'rdsTables')],
  ['t4g.xlarge', { ...instance(0.258, 'rdsTables'), vcpus: 4 }],
  ['t3.medium', instance(0.072, 'rdsHalf')],
  ['t3.large', instance(0.145, 'infracost')],
  ['m7g.large', { ...instance(0.168, 'rdsTables'), burstable: false }],
]);

/** @throws CostError for a class whose price is not known here */
export function databaseInstance(name: string): DatabaseInstance {
  const found = instances.get(name);
  if (found !== undefined) return found;
  throw new CostError(
    `There is no price of db.${name} among those of ${pricesOf} (${[...instances.keys()].join(', ')}); ` +
      'add it to packages/infra/src/cost/instances.ts',
  );
}
