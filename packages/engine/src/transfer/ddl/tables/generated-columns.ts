import { quoteQualified } from '../../../base/index.ts';
import type { TablePlan } from '../../plan/table-plan.ts';
import { translatorFor } from '../../plan/translators.ts';
import type { Session } from '../../session.ts';
import { translated, type Translation } from '../translated.ts';
import { inTrial, type Trial } from '../trial.ts';
import { columnHead, makeProbe } from './probe.ts';

/** PostgreSQL's expression of each generated column, by its name in the source, or why it becomes an ordinary one with its values. */
export type GeneratedColumns = ReadonlyMap<string, Translation>;

/** The plan with those columns marked as computed that PostgreSQL will generate itself. */
export async function withComputed(session: Session, plan: TablePlan): Promise<TablePlan> {
  if (!hasGenerated(plan)) return plan;
  const generated = await inTrial(session.client, (trial) => judgeGenerated(session, plan, trial));
  const columns = plan.columns.map((column) => {
    const own = generated.get(column.name);
    return own && 'sql' in own ? { ...column, computed: true } : column;
  });
  return { ...plan, columns };
}

/** A table that is created, and read as it is: a query of the person's may make anything of its columns. */
function hasGenerated({ action, from, source }: TablePlan): boolean {
  const isPlain = action === 'create' && from === quoteQualified(source.schema, source.name);
  return isPlain && source.columns.some(({ generated }) => generated !== null);
}

/** Judges the generated columns of a table: those that have a translation, and that PostgreSQL takes. */
export async function judgeGenerated(session: Session, plan: TablePlan, trial: Trial): Promise<GeneratedColumns> {
  const judged = new Map<string, Translation>();
  if (!hasGenerated(plan)) return judged;
  const translator = translatorFor(session, { table: plan.source });
  for (const { name, generated } of plan.source.columns)
    if (generated !== null) judged.set(name, await translated(translator.expression(generated)));
  const probe = await makeProbe(trial, plan, 'generated', ({ name }) => !judged.has(name));
  for (const column of plan.columns) {
    const own = judged.get(column.name);
    if (!own) continue;
    const add = `ALTER TABLE ${probe} ADD COLUMN ${columnHead(column)}`;
    const refusal = 'sql' in own ? await trial.attempt(`${add}${generatedClause(own.sql)}`) : undefined;
    if (refusal !== undefined) judged.set(column.name, { reason: `PostgreSQL: ${refusal}` });
    // The other columns may refer to it.
    if (refusal !== undefined || 'reason' in own) await trial.attempt(add);
  }
  return judged;
}

export function generatedClause(sql: string): string {
  return ` GENERATED ALWAYS AS (${sql}) STORED`;
}
