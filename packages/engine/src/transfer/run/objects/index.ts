import type { ObjectReport } from '../../report.ts';
import type { Migration } from '../migration.ts';
import { makeAfter } from './make-after.ts';
import { proveViews } from './prove-views.ts';

export { makeBefore, statementsBefore } from './make-before.ts';
export { dropViews, unlink } from './take-out.ts';

/**
 * Makes what follows the rows, and runs its views on both engines.
 * @returns a report for each object of which more came out than was planned: PostgreSQL refused it, or it answers otherwise
 */
export async function makeObjects(migration: Migration, run: string): Promise<ObjectReport[]> {
  const refused = await makeAfter(migration, run);
  return migration.options.verify === false ? refused : [...refused, ...(await proveViews(migration, run))];
}
