import { targetName } from '../plan/table-plan.ts';
import type { ObjectReport } from '../report.ts';
import type { DdlContext } from './context.ts';
import { macroReports } from './macros.ts';
import { refused } from './object-report.ts';
import { phases, type ObjectStatement, type PlannedObject } from './object-statement.ts';
import { planViews } from './views.ts';

/** What follows the rows: what is planned for the sequences and tables, the views, and what becomes of the macros. */
export async function planAfter(
  context: DdlContext,
  planned: readonly PlannedObject[],
): Promise<{ readonly after: readonly ObjectStatement[]; readonly reports: readonly ObjectReport[] }> {
  const all = [...planned, ...(await planViews(context))];
  const objects = context.isFresh ? await tryOut(context, all) : all;
  const reports = objects.map(({ report }) => report);
  return { after: inPhases(objects), reports: [...reports, ...macroReports(context, reports)] };
}

/** The statements of the objects in the order of their phases. */
function inPhases(objects: readonly PlannedObject[]): ObjectStatement[] {
  return phases.flatMap((phase) => objects.flatMap(({ statement }) => (statement?.phase === phase ? [statement] : [])));
}

/** What PostgreSQL refuses even on empty tables is refused before anything is written. Tables that are in use are not touched. */
async function tryOut({ plan, trial }: DdlContext, objects: readonly PlannedObject[]): Promise<PlannedObject[]> {
  const inUse = plan.tables.filter(({ action }) => action === 'fill').map(targetName);
  const refusals = new Map<ObjectStatement, PlannedObject>();
  for (const statement of inPhases(objects)) {
    const { kind, name, phase, sql, definition } = statement;
    const touchesRows = phase === 'sequence' || inUse.some((table) => sql.includes(` REFERENCES ${table} `));
    const reason = touchesRows ? undefined : await trial.attempt(sql);
    if (reason !== undefined) refusals.set(statement, refused(kind, name, `PostgreSQL: ${reason}`, definition));
  }
  return objects.map((object) => (object.statement && refusals.get(object.statement)) ?? object);
}
