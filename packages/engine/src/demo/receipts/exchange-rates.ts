import { choice } from '../expressions.ts';

/** Bolívares for a dollar before the first of the days, in hundredths, and what a banking day adds to it. */
const startCents = 12_480;
const leastRise = 4;
const riseSpread = 13;

/**
 * Working tables `exchange_rate`, the day's tasa_cambio, and `week_rate`, that of each week's first day in hundredths, which its
 * prices are of. Like the central bank's, it rises on banking days and rests at the weekend.
 */
export function createExchangeRates(): string[] {
  const rise = `CASE WHEN weekday <= 5 THEN ${leastRise} + ${choice(riseSpread, 'rate', 'day_n')} ELSE 0 END`;
  return [
    `CREATE TEMP TABLE exchange_rate AS
     SELECT day_n, fecha, ((${startCents} + sum(${rise}) OVER (ORDER BY day_n))::INTEGER * 0.01)::DECIMAL(9,2) AS tasa
     FROM day ORDER BY fecha`,
    `CREATE TEMP TABLE week_rate AS
     SELECT day_n // 7 AS week_n, (tasa * 100)::INTEGER AS rate_cents FROM exchange_rate WHERE day_n % 7 = 0`,
  ];
}
