import { quoteIdentifier, quoteLiteral, quoteQualified } from '../../../base/index.ts';
import { renderPostgresType, type PostgresType } from '../../../catalog/index.ts';
import { postgresName } from '../../plan/names/names.ts';
import type { ColumnPlan, TablePlan } from '../../plan/table-plan.ts';
import type { Trial } from '../trial.ts';

/** An enum type that a column has, by its place. */
export type EnumType = PostgresType & { readonly schema: string; readonly labels: readonly string[] };

/** The enum types in a column's type. */
export function enumsIn(type: PostgresType): EnumType[] {
  if (type.element) return enumsIn(type.element);
  const { schema, labels } = type;
  return type.kind === 'enum' && schema !== undefined && labels ? [{ ...type, schema, labels }] : [];
}

export function createEnum({ schema, name, labels }: Pick<EnumType, 'schema' | 'name' | 'labels'>): string {
  return `CREATE TYPE ${quoteQualified(schema, name)} AS ENUM (${labels.map(quoteLiteral).join(', ')})`;
}

/** A column's name and type, as CREATE TABLE has them. DuckDB compares and sorts text by its bytes; checks, views and indexes go on doing so whatever the database's locale. */
export function columnHead({ target, type }: Pick<ColumnPlan, 'target' | 'type'>): string {
  const collation = (type.element ?? type).name === 'text' ? ' COLLATE "C"' : '';
  return `${quoteIdentifier(target)} ${renderPostgresType(type)}${collation}`;
}

/** Makes an empty table with some of a table's columns, beside where that one will be, to try things out on. @returns its quoted name */
export async function makeProbe(
  trial: Trial,
  plan: TablePlan,
  purpose: string,
  wanted: (column: ColumnPlan) => boolean,
): Promise<string> {
  const { schema, name } = plan.target;
  const probe = quoteQualified(schema, postgresName(`fluxion_${purpose}_${name}`));
  const types = plan.columns.flatMap((column) => enumsIn(column.type));
  for (const needed of new Set([schema, ...types.map((type) => type.schema)]))
    await trial.attempt(`CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(needed)}`);
  // Refused if they are there already.
  for (const type of types) await trial.attempt(createEnum(type));
  await trial.attempt(`CREATE TABLE ${probe} (${plan.columns.filter(wanted).map(columnHead).join(', ')})`);
  return probe;
}
