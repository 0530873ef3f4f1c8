import type { DuckCatalog } from '../../../duckdb/index.ts';
import type { TablePlan } from '../../plan/table-plan.ts';
import type { ObjectReport } from '../../report.ts';
import { sourceName } from '../object-report.ts';
import { indexesOf, indexName } from './indexes.ts';

/** A table that the target had: its rows are filled in, and nothing else of it is touched. */
export function filledReports(plan: TablePlan, catalog: DuckCatalog): ObjectReport[] {
  const reason = "its rows go into the target's own table, whose columns, keys and checks stay as they are";
  return [
    { kind: 'table', name: sourceName(plan.source), outcome: 'kept', reason },
    ...indexesOf(plan, catalog).map((index): ObjectReport => {
      const stays = "the target's own table has its own indexes";
      return { kind: 'index', name: indexName(index), outcome: 'kept', reason: stays };
    }),
  ];
}
