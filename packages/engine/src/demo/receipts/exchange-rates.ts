import { choice } from '../expressions.ts';
import { recentDays, type DemoPlan } from '../plan.ts';

/** Bolívares for a dollar before the first of the days, in hundredths, and what a banking day adds to it. */
const startCents = 12_480;
const leastRise = 55;
const riseSpread = 140;

/** Working table `exchange_rate`: the day's tasa_cambio. Like the central bank's, it rises on banking days and rests at the weekend. */
export function createExchangeRates({ until }: DemoPlan): string[] {
  const rise = `CASE WHEN weekday <= 5 THEN ${leastRise} + ${choice(riseSpread, 'rate', 'day_n')} ELSE 0 END`;
  return [
    `CREATE TEMP TABLE exchange_rate AS
     SELECT fecha, ((${startCents} + sum(${rise}) OVER (ORDER BY day_n))::INTEGER * 0.01)::DECIMAL(9,2) AS tasa
     FROM day WHERE fecha > DATE '${until}' - ${recentDays} ORDER BY fecha`,
  ];
}
