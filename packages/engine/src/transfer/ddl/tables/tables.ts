import { targetName } from '../../plan/table-plan.ts';
import { translatorFor } from '../../plan/translators.ts';
import { prepare, type DdlContext } from '../context.ts';
import type { PlannedObject } from '../object-statement.ts';
import { commentStatements } from './comments.ts';
import { createTable } from './create-table.ts';
import { filledReports } from './filled.ts';
import { planTableObjects } from './table-objects.ts';

/** The tables that are created, each with what follows its rows, and the reports of those that are filled. The trial has the tables from then on. */
export async function planTables(context: DdlContext) {
  const { session, plan, created } = context;
  const filled = plan.tables.filter(({ action }) => action === 'fill');
  const reports = filled.flatMap((table) => filledReports(table, session.catalog));
  const statements: string[] = [];
  const objects: PlannedObject[] = [];
  for (const table of created) {
    const planned = await createTable(context, table);
    await prepare(context, planned.statement);
    statements.push(planned.statement, ...commentStatements(table));
    reports.push(...planned.reports);
    objects.push(...(await planTableObjects(context, table, translatorFor(session, { table: table.source }))));
  }
  return { statements, objects, reports, created: created.map(targetName) };
}
