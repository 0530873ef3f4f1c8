import type { AskedDatabase } from '../asked.ts';
import { ok, problem, warning, type Check, type Verdict } from '../../verdict.ts';

/** Autovacuum begins at 200 million by itself, and the server stops to write at about 2,100 million. */
const [lateAge, lastAge] = [1_000_000_000, 1_600_000_000];

/** @param age of the oldest row, in transactions */
export function wraparoundVerdict(age: number): Verdict {
  const found = `The oldest row is ${Math.round(age / 1e6)} million transactions old, of about 2,100 million that there may be.`;
  const advice = 'VACUUM the database, and find what keeps autovacuum from it: old transactions, or slots.';
  if (age > lastAge) return problem(found, advice);
  return age > lateAge ? warning(found, advice) : ok(found);
}

/** How far the database is from having no transaction ids left. */
export const wraparound: Check<AskedDatabase> = {
  name: 'wraparound',
  async look({ pool }) {
    const { rows } = await pool.query<{ age: number }>(
      'SELECT age(datfrozenxid) AS age FROM pg_database WHERE datname = current_database()',
    );
    return rows.map(({ age }) => wraparoundVerdict(age));
  },
};
