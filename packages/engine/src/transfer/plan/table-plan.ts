import { quoteIdentifier, quoteQualified } from '../../base/index.ts';
import type { DuckType, PostgresType, TableSpec } from '../../catalog/index.ts';
import type { Carrier } from './carrier.ts';

/** One column's way: where it is read, where it goes, and how. */
export interface ColumnPlan {
  readonly name: string;
  /** The column's name in the target. */
  readonly target: string;
  readonly type: PostgresType;
  readonly duckType: DuckType;
  readonly carrier: Carrier;
  /** The target takes no NULL here. */
  readonly notNull: boolean;
  /** The target computes the column by itself: it is compared, never written. */
  readonly computed: boolean;
}

export interface TablePlan {
  readonly source: TableSpec<DuckType>;
  readonly target: { readonly schema: string; readonly name: string };
  readonly action: 'create' | 'fill';
  /** What the rows are read from, as it stands behind FROM. */
  readonly from: string;
  /** The table is read as it is, so that its rowids can divide the work. */
  readonly whole: boolean;
  readonly columns: readonly ColumnPlan[];
  /** The columns that tell one row from another; empty: none do. */
  readonly key: readonly string[];
  /** DuckDB's condition on rows that are left out, since the target cannot hold them; undefined: none are. */
  readonly rejected?: string;
}

/** A planned table's quoted name in the target. */
export function targetName(plan: TablePlan): string {
  return quoteQualified(plan.target.schema, plan.target.name);
}

/** A planned table's name in the target as `Relation.references` has it. */
export function relationName({ target: { schema, name } }: TablePlan): string {
  return `${schema}.${name}`;
}

/** The columns whose values are sent. */
export function writtenColumns(plan: TablePlan): readonly ColumnPlan[] {
  return plan.columns.filter(({ computed }) => !computed);
}

/** The SELECT that reads a planned table's columns, with their casts, in their order; `where` narrows it to some rows. */
export function readingQuery(plan: TablePlan, where?: string, columns: readonly ColumnPlan[] = plan.columns): string {
  const items = columns.map(({ name, carrier }) => {
    const column = quoteIdentifier(name);
    return carrier.read ? `${carrier.read.sql.replaceAll('$', () => column)} AS ${column}` : column;
  });
  // A table all of whose columns the target computes still has its rows.
  return `SELECT ${items.length > 0 ? items.join(', ') : 'NULL'} ${readingSource(plan, where)}`;
}

/** What a planned table's rows are read from, behind the list of columns: those that are carried across, or some of them. */
export function readingSource(plan: TablePlan, where?: string): string {
  const conditions = [
    ...(where === undefined ? [] : [`(${where})`]),
    ...(plan.rejected === undefined ? [] : [`(${plan.rejected}) IS NOT TRUE`]),
  ];
  return `FROM ${plan.from}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}`;
}
