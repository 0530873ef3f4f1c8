import { targetName } from '../../plan/table-plan.ts';
import { prepare, type DdlContext } from '../context.ts';
import { commentStatements } from './comments.ts';
import { createTable } from './create-table.ts';
import { filledReports } from './filled.ts';
import { planTableObjects } from './table-objects.ts';

/** The tables that are created, what follows their rows, and the reports of those that are filled. The trial has the tables from then on. */
export async function planTables(context: DdlContext) {
  const { session, plan, created } = context;
  const filled = plan.tables.filter(({ action }) => action === 'fill');
  const reports = filled.flatMap((table) => filledReports(table, session.catalog));
  const statements: string[] = [];
  for (const table of created) {
    const planned = await createTable(context, table);
    await prepare(context, planned.statement);
    statements.push(planned.statement, ...commentStatements(table));
    reports.push(...planned.reports);
  }
  return { statements, objects: await planTableObjects(context), reports, created: created.map(targetName) };
}
