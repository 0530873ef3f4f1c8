import type { SqlRunner } from '../base/index.ts';

const monthsAhead = 3;
const dayMs = 86_400_000;

/**
 * Creates the facts' partitions from the current month to three months ahead, and restores keys that a killed bulk load
 * had dropped. Call it when a program starts and once a day while it runs. The range is a day wider than `now` on both
 * sides, since some stores are in zones ahead of or behind this clock.
 *
 * @returns how many partitions were created
 */
export async function ensurePartitionsAhead(database: SqlRunner, now: Date = new Date()): Promise<number> {
  const from = new Date(now.getTime() - dayMs);
  const to = new Date(now.getTime() + dayMs);
  const { rows } = await database.query<{ made: number }>(
    `SELECT fluxion.ensure_partitions($1::date, ($2::date + make_interval(months => $3))::date) AS made`,
    [from.toISOString().slice(0, 10), to.toISOString().slice(0, 10), monthsAhead],
  );
  await database.query('SELECT fluxion.link_all_receipts()');
  return rows[0]?.made ?? 0;
}
