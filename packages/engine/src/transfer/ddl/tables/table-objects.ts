import { translatorFor } from '../../plan/translators.ts';
import type { DdlContext } from '../context.ts';
import type { PlannedObject } from '../object-statement.ts';
import { planConstraints } from './constraints.ts';
import { planForeignKeys } from './foreign-keys.ts';
import { planIndexes } from './indexes.ts';

/** What follows the rows of the created tables. The indexes choose their names first: the source's constraints have none. */
export async function planTableObjects(context: DdlContext): Promise<PlannedObject[]> {
  const tables = context.created.map((plan) => {
    return { plan, translator: translatorFor(context.session, { table: plan.source }) };
  });
  const indexes: PlannedObject[] = [];
  for (const { plan, translator } of tables) indexes.push(...(await planIndexes(context, plan, translator)));
  const constraints: PlannedObject[] = [];
  for (const { plan, translator } of tables) {
    constraints.push(...(await planConstraints(context, plan, translator)), ...planForeignKeys(context, plan));
  }
  return [...constraints, ...indexes];
}
