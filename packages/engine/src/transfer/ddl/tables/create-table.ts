import { targetName, type TablePlan } from '../../plan/table-plan.ts';
import type { DdlContext } from '../context.ts';
import { present, renaming, sourceName } from '../object-report.ts';
import { columnChecks } from './column-checks.ts';
import { columnReport } from './column-reports.ts';
import { planDefaults } from './defaults.ts';
import { generatedClause, judgeGenerated } from './generated-columns.ts';
import { columnHead } from './probe.ts';

/** The CREATE TABLE of a planned table: columns, NOT NULL, defaults, and the checks that stand for their types. Keys and the source's own checks follow the rows. */
export async function createTable(context: DdlContext, plan: TablePlan) {
  const generated = await judgeGenerated(context.session, plan, context.trial);
  const defaults = await planDefaults(context, plan);
  const items = plan.columns.map((column) => {
    const own = generated.get(column.name);
    const fallback = defaults.sql.get(column.name);
    const clause =
      own && 'sql' in own ? generatedClause(own.sql) : fallback === undefined ? '' : ` DEFAULT ${fallback}`;
    return `${columnHead(column)}${clause}${column.notNull ? ' NOT NULL' : ''}`;
  });
  const body = [...items, ...columnChecks(context.names, plan)].join(',\n  ');
  const reports = [
    present('table', sourceName(plan.source), renaming(plan.source.name, plan.target.name)),
    ...plan.columns.flatMap((column) => columnReport(plan, column, generated)),
    ...defaults.reports,
  ];
  return { statement: `CREATE TABLE ${targetName(plan)} (\n  ${body}\n)`, reports };
}
