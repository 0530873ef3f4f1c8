import { quoteIdentifier } from '../../../base/index.ts';
import { targetName, type TablePlan } from '../../plan/table-plan.ts';
import type { Translator } from '../../translate/index.ts';
import type { DdlContext } from '../context.ts';
import { made, refused, sourceName } from '../object-report.ts';
import type { ObjectStatement, PlannedObject } from '../object-statement.ts';
import { constraintName, type RelationNames } from '../relation-names.ts';
import { translated } from '../translated.ts';

export const columnList = (columns: readonly string[]) => columns.map(quoteIdentifier).join(', ');

/** The target's names of a table's columns; the missing ones are those that the query which reads it leaves out. */
export function targetColumns(plan: TablePlan, columns: readonly string[]) {
  const found = columns.map((column) => plan.columns.find(({ name }) => name === column)?.target);
  const missing = columns.filter((_, index) => found[index] === undefined);
  return { found: found.filter((name) => name !== undefined), missing };
}

export function withoutColumns(missing: readonly string[]): string {
  return `the query that reads the table leaves out ${missing.join(', ')}`;
}

/** Keys and checks of a table that was created, cheapest to have once its rows are in; foreign keys come apart, after all tables. */
export async function planConstraints(
  { names }: DdlContext,
  plan: TablePlan,
  translator: Translator,
): Promise<PlannedObject[]> {
  const { primaryKey, uniques, checks } = plan.source;
  const objects = [
    ...(primaryKey ? [keyConstraint(plan, names, primaryKey, 'PRIMARY KEY')] : []),
    ...uniques.map((columns) => keyConstraint(plan, names, columns, 'UNIQUE')),
  ];
  for (const check of checks) objects.push(await checkConstraint(plan, translator, names, check));
  return objects;
}

function keyConstraint(
  plan: TablePlan,
  names: RelationNames,
  columns: readonly string[],
  word: 'PRIMARY KEY' | 'UNIQUE',
): PlannedObject {
  const name = `${sourceName(plan.source)}: ${word.toLowerCase()} (${columns.join(', ')})`;
  const definition = `${word} (${columnList(columns)})`;
  const { found, missing } = targetColumns(plan, columns);
  if (missing.length > 0) return refused('constraint', name, withoutColumns(missing), definition);
  const wanted = word === 'UNIQUE' ? constraintName(plan, found, 'key') : constraintName(plan, [], 'pkey');
  // Its index shares the names of the schema's tables.
  const chosen = names.choose(plan.target.schema, wanted);
  return made(addConstraint(plan, { name, phase: 'key', definition }, chosen, `${word} (${columnList(found)})`));
}

async function checkConstraint(
  plan: TablePlan,
  translator: Translator,
  names: RelationNames,
  check: string,
): Promise<PlannedObject> {
  const name = `${sourceName(plan.source)}: check ${check}`;
  const definition = `CHECK (${check})`;
  const translation = await translated(translator.expression(check));
  if ('reason' in translation) return refused('constraint', name, translation.reason, definition);
  const chosen = names.chooseConstraint(plan, constraintName(plan, [], 'check'));
  return made(addConstraint(plan, { name, phase: 'check', definition }, chosen, `CHECK (${translation.sql})`));
}

export function addConstraint(
  plan: TablePlan,
  object: Pick<ObjectStatement, 'name' | 'phase' | 'definition'>,
  chosen: string,
  constraint: string,
): ObjectStatement {
  const table = targetName(plan);
  const sql = `ALTER TABLE ${table} ADD CONSTRAINT ${quoteIdentifier(chosen)} ${constraint}`;
  return { kind: 'constraint', ...object, table, sql };
}
