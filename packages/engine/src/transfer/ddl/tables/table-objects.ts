import type { TablePlan } from '../../plan/table-plan.ts';
import type { Translator } from '../../translate/index.ts';
import type { DdlContext } from '../context.ts';
import type { PlannedObject } from '../object-statement.ts';
import { planConstraints } from './constraints.ts';
import { planForeignKeys } from './foreign-keys.ts';
import { planIndexes } from './indexes.ts';

/** What follows the rows of a created table. */
export async function planTableObjects(
  context: DdlContext,
  plan: TablePlan,
  translator: Translator,
): Promise<PlannedObject[]> {
  return [
    ...(await planConstraints(context, plan, translator)),
    ...planForeignKeys(context, plan),
    ...(await planIndexes(context, plan, translator)),
  ];
}
