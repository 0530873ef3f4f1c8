import { cases, chance, choice, list, uniform } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { zone } from '../stores/stores.ts';
import { basketPatterns, blockLines, blockReceipts } from './baskets.ts';

/** Sales from Monday to Sunday, relative to the week's mean. */
const weekdayFactors: Readonly<Record<string, readonly number[]>> = {
  centro: [0.97, 0.95, 0.98, 1.02, 1.2, 1.28, 0.6],
  residencial: [0.86, 0.84, 0.88, 0.93, 1.1, 1.4, 0.99],
  comercial: [0.8, 0.78, 0.83, 0.9, 1.15, 1.42, 1.12],
};

/** The store that opened in the course of the data, and on which day. */
export const openedLate = { store: 16, day: 196 };

/** The store that was rebuilt: closed on these days, both included. */
const rebuilt = { store: 11, firstDay: 250, lastDay: 277 };

/** Store-days that never arrived although the store was open; `failed`: the till was asked but did not answer. */
const gaps = [
  { store: 4, daysBeforeEnd: 12, failed: true },
  { store: 7, daysBeforeEnd: 33, failed: false },
  { store: 7, daysBeforeEnd: 34, failed: false },
  { store: 7, daysBeforeEnd: 35, failed: false },
  { store: 10, daysBeforeEnd: 5, failed: true },
  { store: 13, daysBeforeEnd: 140, failed: false },
];

/** A store-day of which only the first hour arrived. */
const shortDay = { store: 9, daysBeforeEnd: 19 };

/** The id of the load that brought a store-day: SQL over store_n and day_n. No number, so that it is none of the ledger's own. */
export const cargaId = `('D' || (day_n * 100 + store_n)::VARCHAR)`;

/**
 * Working table `store_day_state`: what became of every store's every day (open, short, closed; absent: not yet opened;
 * missing, failed), and its weight.
 *
 * Working table `store_day`: the lines of every store on every day, apportioned so that they sum up to `rows` exactly, in
 * the order (fecha, ubicacion_id). `first_id` is the id before the first line's; `first_receipt` the store's number of
 * receipts before that day.
 */
export function createStoreDays({ rows, lastDay }: DemoPlan): string[] {
  return [storeDayStates(lastDay), apportionment(rows)];
}

/** SQL over store_n and day_n. */
function stateOfDay(lastDay: number): string {
  const among = (failed: boolean) =>
    gaps
      .filter((gap) => gap.failed === failed)
      .map(({ store, daysBeforeEnd }) => `(${store}, ${lastDay - daysBeforeEnd})`);
  return cases(
    `'open'`,
    [`store_n = ${openedLate.store} AND day_n < ${openedLate.day}`, `'absent'`],
    ['closed', `'closed'`],
    [`store_n = ${rebuilt.store} AND day_n BETWEEN ${rebuilt.firstDay} AND ${rebuilt.lastDay}`, `'closed'`],
    [`(store_n, day_n) IN (${among(true).join(', ')})`, `'failed'`],
    [`(store_n, day_n) IN (${among(false).join(', ')})`, `'missing'`],
    [`store_n = ${shortDay.store} AND day_n = ${lastDay - shortDay.daysBeforeEnd}`, `'short'`],
  );
}

function storeDayStates(lastDay: number): string {
  const ofProfile = Object.entries(weekdayFactors).map(
    ([profile, week]) => [`perfil = '${profile}'`, `${list(week)}[weekday]`] as const,
  );
  const firstWeeks = `least(1.0, 0.55 + 0.0075 * (day_n - ${openedLate.day}))`;
  const factors = [
    'peso',
    'factor',
    cases(1.0, ...ofProfile),
    '(1.0 + crecimiento / 100.0 * ((day_n - 197) / 395.0))',
    cases(1.0, [`store_n = ${openedLate.store}`, firstWeeks]),
    // Now and then a power cut or a downpour costs a store much of its day.
    cases(1.0, [chance(13, 'bad day', 'store_n', 'day_n'), 0.55]),
    cases(1.0, [`state = 'short'`, 0.07]),
    `(0.92 + 0.16 * ${uniform('day noise', 'store_n', 'day_n')})`,
  ];
  return `CREATE TEMP TABLE store_day_state AS
    SELECT store_n, day_n, ${stateOfDay(lastDay)} AS state,
      CASE WHEN state IN ('open', 'short')
        THEN (10000.0::DOUBLE * ${factors.map((factor) => `${factor}::DOUBLE`).join(' * ')})::BIGINT ELSE 0 END AS weight
    FROM day, store ORDER BY day_n, store_n`;
}

/** Each store-day ends where its share of the running total ends, rounded down, so that the lines add up exactly. */
function apportionment(rows: number): string {
  return `CREATE TEMP TABLE store_day AS
    WITH running AS (
      SELECT *, sum(weight) OVER (ORDER BY day_n, store_n) AS upto, sum(weight) OVER () AS total FROM store_day_state),
    share AS (
      SELECT store_n, day_n, ((upto - weight) * ${rows} // total)::BIGINT AS first_id,
        (upto * ${rows} // total - first_id)::INTEGER AS lines
      FROM running),
    sized AS (
      SELECT *, lines // ${blockLines} AS blocks, lines % ${blockLines} AS rest FROM share WHERE lines > 0),
    counted AS (
      SELECT sized.*, blocks * ${blockReceipts} + CASE WHEN rest = 0 THEN 0 ELSE receipt_of_line[rest] + 1 END AS receipts
      FROM sized JOIN basket ON pattern = ${basketPattern('blocks')})
    SELECT store_n, day_n, week_n, fecha, weekday >= 6 AS weekend, first_id, lines, receipts,
      (sum(receipts) OVER (PARTITION BY store_n ORDER BY day_n) - receipts)::INTEGER AS first_receipt,
      epoch(fecha::TIMESTAMP AT TIME ZONE '${zone}')::BIGINT AS midnight_s
    FROM counted JOIN day USING (day_n) ORDER BY day_n, store_n`;
}

/** Which basket pattern a block of a store-day has; `block` is its number from 0, an SQL expression. */
export function basketPattern(block: string): string {
  return choice(basketPatterns, 'basket', 'store_n', 'day_n', block);
}
