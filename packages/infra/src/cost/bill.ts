import type { Settings } from '../config/settings.ts';
import { CostError } from './cost-error.ts';
import { sum, type Line } from './line.ts';
import { computeLines, databaseLines, edgeLines, networkLines, watchLines } from './lines/index.ts';
import { pricedRegion } from './prices.ts';

/** What was foreseen, in dollars a month. */
export const plan = {
  /** The migration plan's database: instance, storage, backups and key, in one zone. */
  databaseUsd: 83,
  /** Its four lines, rounded as the plan has them. */
  databaseLines: { Instance: 61, Storage: 11, Backups: 10, Key: 1 },
  /** What the system before came to, everything included. */
  fromUsd: 163,
  toUsd: 250,
} as const;

/** A month of an environment, in dollars. */
export interface Bill {
  readonly lines: readonly Line[];
  readonly databaseUsd: number;
  readonly restUsd: number;
  readonly totalUsd: number;
}

/**
 * What a month costs with these settings, with the usage of `usage.ts`, on demand and without taxes.
 * @throws CostError for a region or an instance without a price
 */
export function billOf(settings: Settings): Bill {
  if (settings.region !== pricedRegion)
    throw new CostError(
      `The prices are those of ${pricedRegion}; put those of ${settings.region} into packages/infra/src/cost/prices.ts`,
    );
  const lines = [
    ...databaseLines(settings.database),
    ...networkLines(settings),
    ...computeLines(settings),
    ...edgeLines(settings),
    ...watchLines(settings),
  ];
  const databaseUsd = sum(lines.filter(({ group }) => group === 'database'));
  const restUsd = sum(lines.filter(({ group }) => group === 'rest'));
  return { lines, databaseUsd, restUsd, totalUsd: sum(lines) };
}
