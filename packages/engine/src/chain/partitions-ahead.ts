import type { SqlRunner } from '../base/index.ts';

const monthsAhead = 3;
const dayMs = 86_400_000;

/**
 * Makes the facts' partitions from the present month to three months ahead, and brings back keys that a bulk load which
 * died had taken away. For the start of a program, and once a day while it runs. `now` counts a day off on both sides:
 * stores are ahead of and behind the clock here.
 *
 * @returns how many partitions were made
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
