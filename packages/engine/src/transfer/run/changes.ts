import type { TableChange } from '../options.ts';
import type { Migration } from './migration.ts';
import type { TablePieces } from './pieces.ts';

/**
 * What a run changes in the tables that stood there before it: of one that goes on after it had come to its end, the days
 * that differ; of any other all, since what follows from the rows has not been made yet.
 */
export function changesOf({ approach }: Migration, pieces: readonly TablePieces[]): TableChange[] {
  const wasWhole = typeof approach.run?.finished === 'string';
  return pieces.flatMap(({ plan, division: { column }, open, stale }): TableChange[] => {
    if (plan.action !== 'fill') return [];
    const table = plan.target.name;
    if (!wasWhole) return [{ table }];
    const ids = [...new Set([...stale, ...open.map(({ id }) => id)])];
    if (ids.length === 0) return [];
    const days = ids.flatMap((id) => column?.dayOf(id) ?? []);
    return [days.length === ids.length ? { table, days } : { table }];
  });
}
