import { quoteIdentifier } from '../../../base/index.ts';
import type { TablePlan } from '../../plan/table-plan.ts';
import { translatorFor } from '../../plan/translators.ts';
import type { ObjectReport } from '../../report.ts';
import type { DdlContext } from '../context.ts';
import { present, refused, sourceName } from '../object-report.ts';
import { translated } from '../translated.ts';
import { makeProbe } from './probe.ts';

/** The defaults in PostgreSQL's SQL, by column, of those that have a translation that PostgreSQL takes. */
export async function planDefaults({ session, trial }: DdlContext, plan: TablePlan) {
  const translator = translatorFor(session, { table: plan.source });
  const reports: ObjectReport[] = [];
  const sql = new Map<string, string>();
  const declared = plan.columns.flatMap((column) => {
    const definition = plan.source.columns.find(({ name }) => name === column.name)?.default ?? null;
    return definition === null ? [] : [{ ...column, definition }];
  });
  const probe = declared.length === 0 ? '' : await makeProbe(trial, plan, 'defaults', () => true);
  for (const { name, target, definition } of declared) {
    const translation = await translated(translator.expression(definition));
    const refusal =
      'reason' in translation
        ? translation.reason
        : await trial.attempt(
            `ALTER TABLE ${probe} ALTER COLUMN ${quoteIdentifier(target)} SET DEFAULT ${translation.sql}`,
          );
    const reported = `${sourceName(plan.source)}.${name}`;
    if (refusal === undefined && 'sql' in translation) {
      sql.set(name, translation.sql);
      reports.push(present('default', reported));
    } else {
      const reason = 'reason' in translation ? translation.reason : `PostgreSQL: ${refusal}`;
      reports.push(refused('default', reported, reason, definition).report);
    }
  }
  return { sql, reports };
}
