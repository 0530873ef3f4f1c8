import type { TablePlan } from '../../plan/table-plan.ts';
import type { Translator } from '../../translate/index.ts';
import type { DdlContext } from '../context.ts';
import type { PlannedObject } from '../object-statement.ts';
import { planConstraints } from './constraints.ts';
import { planForeignKeys } from './foreign-keys.ts';

/** The constraints of a created table. */
export async function planTableConstraints(
  context: DdlContext,
  plan: TablePlan,
  translator: Translator,
): Promise<PlannedObject[]> {
  return [...(await planConstraints(context, plan, translator)), ...planForeignKeys(context, plan)];
}
