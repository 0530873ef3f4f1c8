import { quoteIdentifier } from '../../../base/index.ts';
import { rangeCheck } from '../../../catalog/index.ts';
import type { PlannedColumn, PlannedTable } from '../choose-ways.ts';

/** A numeric may be NaN, a DECIMAL not. */
const onlyNotNaN = /^\(*[\w"]+ <> 'NaN'::numeric\)*(?: AND \([\w"]+ <> 'NaN'::numeric\)+)*$/;

/** Whether a check, as PostgreSQL prints it, says nothing but what the file's types say: migrations add such ones for types that PostgreSQL lacks. */
export function isImplied(check: string, { columns }: PlannedTable): boolean {
  return onlyNotNaN.test(check) || columns.some((column) => keepsRange(check, column) || keepsLabels(check, column));
}

function keepsRange(check: string, { column, way }: PlannedColumn): boolean {
  const range = rangeCheck(way.type);
  if (!range) return false;
  const name = quoteIdentifier(column.name);
  const bare = (text: string) => text.replaceAll(/::(?:numeric|integer|bigint|smallint)(?:\[\])?|[\s()'"]/g, '');
  return [
    `${name} >= ${range.least} AND ${name} <= ${range.most}`,
    `${range.least} <= ALL ${name} AND ${range.most} >= ALL ${name}`,
  ].some((implied) => bare(implied) === bare(check));
}

function keepsLabels(check: string, { column, way }: PlannedColumn): boolean {
  if ((way.type.element ?? way.type).id !== 'ENUM') return false;
  return [quoteIdentifier(column.name), column.name].some(
    (name) => check.startsWith(`(${name} = ANY (ARRAY[`) || check.startsWith(`(${name} <@ `),
  );
}
