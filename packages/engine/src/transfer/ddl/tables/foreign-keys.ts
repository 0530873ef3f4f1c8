import type { ForeignKeySpec } from '../../../catalog/index.ts';
import type { MigrationPlan } from '../../plan/build-plan.ts';
import { targetName, type TablePlan } from '../../plan/table-plan.ts';
import { addConstraint, columnList, targetColumns, withoutColumns } from './constraints.ts';
import type { DdlContext } from '../context.ts';
import { made, refused, sourceName } from '../object-report.ts';
import type { PlannedObject } from '../object-statement.ts';
import { constraintName } from '../relation-names.ts';

/** The foreign keys of a created table. */
export function planForeignKeys({ plan: migration, names }: DdlContext, plan: TablePlan): PlannedObject[] {
  return plan.source.foreignKeys.map((key) => {
    const name = `${sourceName(plan.source)}: foreign key (${key.columns.join(', ')})`;
    const definition = `FOREIGN KEY (${columnList(key.columns)}) REFERENCES ${key.referencedTable} (${columnList(key.referencedColumns)})`;
    const own = targetColumns(plan, key.columns);
    const referenced = migration.tables.find(
      ({ source }) => source.schema === plan.source.schema && source.name === key.referencedTable,
    );
    const reason = own.missing.length > 0 ? withoutColumns(own.missing) : misfit(key, referenced, migration);
    if (reason !== undefined || !referenced) return refused('constraint', name, reason ?? '', definition);
    const chosen = names.chooseConstraint(plan, constraintName(plan, own.found, 'fkey'));
    const there = columnList(targetColumns(referenced, key.referencedColumns).found);
    const constraint = `FOREIGN KEY (${columnList(own.found)}) REFERENCES ${targetName(referenced)} (${there})`;
    return made(addConstraint(plan, { name, phase: 'foreign key', definition }, chosen, constraint));
  });
}

/** Why nothing in the target can be pointed at. A created table has the keys that the source has. */
function misfit(
  { referencedTable, referencedColumns }: ForeignKeySpec,
  referenced: TablePlan | undefined,
  { relations }: MigrationPlan,
): string | undefined {
  if (!referenced) return `${referencedTable} is not carried across`;
  const there = targetColumns(referenced, referencedColumns);
  if (there.missing.length > 0) return `${referencedTable}: ${withoutColumns(there.missing)}`;
  if (referenced.action === 'create') return undefined;
  const { schema, name } = referenced.target;
  const keys = relations.find((one) => one.schema === schema && one.name === name)?.keys ?? [];
  const wanted = JSON.stringify(there.found.toSorted());
  if (keys.some((key) => JSON.stringify(key.toSorted()) === wanted)) return undefined;
  return `${referencedTable} is the target's own, and has no unique key on ${there.found.join(', ')}`;
}
