import type { DemoPlan } from '../plan.ts';

/** Sales of a month relative to the year's mean: December's peak, January's slump. From January on. */
const monthFactors = [0.83, 0.94, 0.98, 0.99, 1.03, 1.0, 1.01, 1.02, 1.0, 1.0, 1.07, 1.44];

/** Chance that a product of a season sells in a week, relative to its own mean; `m` month, `e` days from Easter, `c` from Carnaval. */
const seasons: Readonly<Record<string, string>> = {
  Navidad: `CASE m WHEN 12 THEN 2.6 WHEN 11 THEN 1.6 WHEN 10 THEN 1.1 ELSE 0.85 END`,
  'Solo Navidad': `CASE m WHEN 12 THEN 7.0 WHEN 11 THEN 2.6 WHEN 10 THEN 0.5 WHEN 1 THEN 0.3 ELSE 0.02 END`,
  Carnaval: `CASE WHEN c BETWEEN -11 AND 2 OR e BETWEEN -9 AND 0 THEN 2.1 WHEN m IN (7, 8, 12) THEN 1.25 ELSE 0.92 END`,
  'Semana Santa': `CASE WHEN e BETWEEN -10 AND 0 THEN 3.4 WHEN e BETWEEN -46 AND -11 THEN 1.7 ELSE 0.88 END`,
  Escolar: `CASE WHEN m = 9 THEN 2.1 WHEN m IN (8, 10) THEN 1.3 WHEN m IN (7, 12) THEN 0.7 ELSE 0.95 END`,
  Lluvias: `CASE WHEN m BETWEEN 5 AND 11 THEN 1.3 WHEN m IN (2, 3) THEN 0.65 ELSE 0.85 END`,
  Vacaciones: `CASE WHEN m IN (7, 8) THEN 1.65 WHEN e BETWEEN -9 AND 0 THEN 1.9 WHEN m = 12 THEN 1.15 ELSE 0.85 END`,
};

/** Easter Sunday of an SQL year (Gregorian; the method of Meeus, Jones and Butcher), as a DATE expression. */
function easterOf(year: string): string {
  const golden = `(${year} % 19)`;
  const century = `(${year} // 100)`;
  const epact = `((19 * ${golden} + ${century} - ${century} // 4 - (${century} - (${century} + 8) // 25 + 1) // 3 + 15) % 30)`;
  const weekday = `((32 + 2 * (${century} % 4) + 2 * ((${year} % 100) // 4) - ${epact} - (${year} % 100) % 4) % 7)`;
  const correction = `((${golden} + 11 * ${epact} + 22 * ${weekday}) // 451)`;
  const days = `(${epact} + ${weekday} - 7 * ${correction} + 114)`;
  return `make_date(${year}, ${days} // 31, ${days} % 31 + 1)`;
}

/**
 * Working tables `day` (one row a business date: `day_n` and `week_n` from 0, its factor, whether the chain is closed)
 * and `season_week` (how a season's products sell in a week, relative to their own mean).
 */
export function createCalendar({ from, until, lastDay }: DemoPlan): string[] {
  const monthFactor = `[${monthFactors.join(', ')}][m]`;
  const payday = `CASE WHEN d = 15 THEN 1.26 WHEN fecha = last_day(fecha) THEN 1.30 WHEN d IN (1, 16) THEN 1.16 WHEN d IN (14, 30) THEN 1.08
    WHEN d BETWEEN 8 AND 13 OR d BETWEEN 23 AND 27 THEN 0.95 ELSE 1.0 END`;
  const special = `CASE WHEN m = 12 AND d BETWEEN 20 AND 23 THEN 1.32 WHEN m = 12 AND d = 24 THEN 1.15 WHEN m = 12 AND d BETWEEN 29 AND 30 THEN 1.28
    WHEN m = 12 AND d = 31 THEN 0.85 WHEN m = 1 AND d BETWEEN 2 AND 8 THEN 0.85 WHEN c IN (-1, 0) THEN 0.62 WHEN c BETWEEN -5 AND -2 THEN 1.18
    WHEN e IN (-3, -2) THEN 0.45 WHEN e BETWEEN -9 AND -4 THEN 1.2 WHEN e = 0 THEN 0.7 WHEN m = 5 AND isodow(fecha) >= 6 AND d BETWEEN 8 AND 14 THEN 1.3 ELSE 1.0 END`;
  return [
    `CREATE TEMP TABLE day AS
     WITH date AS (SELECT unnest(generate_series(DATE '${from}', DATE '${until}', INTERVAL 1 DAY))::DATE AS fecha),
          feast AS (SELECT fecha, month(fecha) AS m, day(fecha) AS d, fecha - ${easterOf('year(fecha)')} AS e FROM date),
          near AS (SELECT *, e + 47 AS c FROM feast)
     SELECT (fecha - DATE '${from}')::INTEGER AS day_n, ((fecha - DATE '${from}') // 7)::INTEGER AS week_n, fecha,
            isodow(fecha)::INTEGER AS weekday, m, e, c, (m = 12 AND d = 25 OR m = 1 AND d = 1) AS closed,
            ${monthFactor}::DOUBLE * (${payday})::DOUBLE * (${special})::DOUBLE AS factor
     FROM near ORDER BY fecha`,
    `CREATE TEMP TABLE season_week AS
     WITH middle AS (SELECT week_n, m, e, c FROM day WHERE day_n % 7 = 3 OR day_n = ${lastDay}
                     QUALIFY row_number() OVER (PARTITION BY week_n ORDER BY day_n) = 1)
     ${Object.entries(seasons)
       .map(([season, factor]) => `SELECT '${season}' AS season, week_n, (${factor})::DOUBLE AS factor FROM middle`)
       .join(' UNION ALL ')}
     UNION ALL SELECT '-', week_n, 1.0::DOUBLE FROM middle`,
  ];
}
