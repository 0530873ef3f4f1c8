import { cases } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';

// In the SQL of this file: m is the month, d the day of the month, e the days since Easter Sunday (negative before it),
// c the days since Shrove Tuesday, the last day of Carnaval.

/** Sales of a month relative to the year's mean: December's peak, January's slump. From January on. */
const monthFactors = [0.83, 0.94, 0.98, 0.99, 1.03, 1.0, 1.01, 1.02, 1.0, 1.0, 1.07, 1.44];

/** People buy when they are paid: in the middle and at the end of the month. */
const paydayFactor = cases(
  1.0,
  ['d = 15', 1.26],
  ['fecha = last_day(fecha)', 1.3],
  ['d IN (1, 16)', 1.16],
  ['d IN (14, 30)', 1.08],
  ['d BETWEEN 8 AND 13 OR d BETWEEN 23 AND 27', 0.95],
);

const feastFactor = cases(
  1.0,
  ['m = 12 AND d BETWEEN 20 AND 23', 1.32],
  ['m = 12 AND d = 24', 1.15],
  ['m = 12 AND d BETWEEN 29 AND 30', 1.28],
  ['m = 12 AND d = 31', 0.85],
  ['m = 1 AND d BETWEEN 2 AND 8', 0.85],
  ['c IN (-1, 0)', 0.62],
  ['c BETWEEN -5 AND -2', 1.18],
  ['e IN (-3, -2)', 0.45],
  ['e BETWEEN -9 AND -4', 1.2],
  ['e = 0', 0.7],
  // The weekend of Mother's Day.
  ['m = 5 AND isodow(fecha) >= 6 AND d BETWEEN 8 AND 14', 1.3],
);

/** How a product of a season sells in a week, relative to its own mean. */
const seasons: Readonly<Record<string, string>> = {
  '-': '1.0',
  Navidad: cases(0.85, ['m = 12', 2.6], ['m = 11', 1.6], ['m = 10', 1.1]),
  'Solo Navidad': cases(0.02, ['m = 12', 7.0], ['m = 11', 2.6], ['m = 10', 0.5], ['m = 1', 0.3]),
  Carnaval: cases(0.92, ['c BETWEEN -11 AND 2 OR e BETWEEN -9 AND 0', 2.1], ['m IN (7, 8, 12)', 1.25]),
  'Semana Santa': cases(0.88, ['e BETWEEN -10 AND 0', 3.4], ['e BETWEEN -46 AND -11', 1.7]),
  Escolar: cases(0.95, ['m = 9', 2.1], ['m IN (8, 10)', 1.3], ['m IN (7, 12)', 0.7]),
  Lluvias: cases(0.85, ['m BETWEEN 5 AND 11', 1.3], ['m IN (2, 3)', 0.65]),
  Vacaciones: cases(0.85, ['m IN (7, 8)', 1.65], ['e BETWEEN -9 AND 0', 1.9], ['m = 12', 1.15]),
};

/** Easter Sunday of an SQL year (Gregorian; the method of Meeus, Jones and Butcher), as a DATE expression. */
function easterOf(year: string): string {
  const golden = `(${year} % 19)`;
  const century = `(${year} // 100)`;
  const moon = `(${century} - (${century} + 8) // 25 + 1) // 3`;
  const epact = `((19 * ${golden} + ${century} - ${century} // 4 - ${moon} + 15) % 30)`;
  const weekday = `((32 + 2 * (${century} % 4) + 2 * ((${year} % 100) // 4) - ${epact} - (${year} % 100) % 4) % 7)`;
  const correction = `((${golden} + 11 * ${epact} + 22 * ${weekday}) // 451)`;
  const days = `(${epact} + ${weekday} - 7 * ${correction} + 114)`;
  return `make_date(${year}, ${days} // 31, ${days} % 31 + 1)`;
}

/**
 * Working tables `day` (one row a business date: `day_n` and `week_n` from 0, its factor, whether the chain is closed)
 * and `season_week` (the factor of each season in each week, as of the week's middle).
 */
export function createCalendar({ from, until, lastDay }: DemoPlan): string[] {
  const ofSeason = ([season, factor]: readonly [string, string]) =>
    `SELECT '${season}' AS season, week_n, ${factor}::DOUBLE AS factor FROM middle`;
  return [
    `CREATE TEMP TABLE day AS
     WITH date AS (SELECT unnest(generate_series(DATE '${from}', DATE '${until}', INTERVAL 1 DAY))::DATE AS fecha),
     easter AS (SELECT fecha, month(fecha) AS m, day(fecha) AS d, fecha - ${easterOf('year(fecha)')} AS e FROM date),
     feast AS (SELECT *, e + 47 AS c, (fecha - DATE '${from}')::INTEGER AS day_n FROM easter)
     SELECT day_n, day_n // 7 AS week_n, fecha, isodow(fecha)::INTEGER AS weekday, m, e, c,
       (m = 12 AND d = 25 OR m = 1 AND d = 1) AS closed,
       [${monthFactors.join(', ')}][m]::DOUBLE * ${paydayFactor}::DOUBLE * ${feastFactor}::DOUBLE AS factor
     FROM feast ORDER BY fecha`,
    `CREATE TEMP TABLE season_week AS
     WITH middle AS (
       SELECT week_n, m, e, c FROM day WHERE day_n % 7 = 3 OR day_n = ${lastDay}
       QUALIFY row_number() OVER (PARTITION BY week_n ORDER BY day_n) = 1)
     ${Object.entries(seasons).map(ofSeason).join('\nUNION ALL\n')}`,
  ];
}
