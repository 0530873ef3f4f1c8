import { quoteIdentifier, quoteLiteral } from '../../../base/index.ts';
import { rangeCheck, type DuckType } from '../../../catalog/index.ts';
import type { ColumnPlan, TablePlan } from '../../plan/table-plan.ts';
import { constraintName, type RelationNames } from '../relation-names.ts';

/** The constraints of CREATE TABLE that keep a column to the values that its type in the source has. */
export function columnChecks(names: RelationNames, plan: TablePlan): string[] {
  return plan.columns.flatMap((column) => {
    const condition = labelCheck(column) ?? rangeCondition(column);
    if (condition === undefined) return [];
    const name = names.chooseConstraint(plan, constraintName(plan, [column.target], 'check'));
    return [`CONSTRAINT ${quoteIdentifier(name)} CHECK (${condition})`];
  });
}

function rangeCondition({ target, duckType, type }: ColumnPlan): string | undefined {
  const range = rangeCheck(duckType);
  if (!range || type.name === 'json') return undefined;
  const column = quoteIdentifier(target);
  if (!type.element) return `${column} BETWEEN ${range.least} AND ${range.most}`;
  return `${range.least} <= ALL (${column}) AND ${range.most} >= ALL (${column})`;
}

/** An enum that is text in the target. */
function labelCheck({ target, duckType, type }: ColumnPlan): string | undefined {
  const labels = labelsOf(duckType);
  const textual = type.name === 'text' || type.element?.name === 'text';
  if (!labels || !textual) return undefined;
  const column = quoteIdentifier(target);
  const list = labels.map(quoteLiteral).join(', ');
  return type.element ? `${column} <@ ARRAY[${list}]::text[] COLLATE "C"` : `${column} IN (${list})`;
}

function labelsOf({ labels, element }: DuckType): readonly string[] | undefined {
  return element ? labelsOf(element) : labels;
}
