import { isComparable, type RowHasher } from '../../bridge/index.ts';
import type { ColumnPlan, TablePlan } from '../plan/table-plan.ts';
import { compareRows, differingColumns } from './digest.ts';
import { locateDifferences, type RowDifference } from './locate.ts';
import type { Sides } from './sides.ts';

/** What one table's rows on both sides have in common, and what not. */
export interface TableComparison {
  readonly sourceRows: number;
  readonly targetRows: number;
  /** Both sides hold the same rows, as far as their columns can be compared. */
  readonly equal: boolean;
  /** Columns whose values differ as a whole; `(rows)`: all columns agree, but values stand in other rows. */
  readonly differingColumns: readonly string[];
  /** Some of the rows that differ. */
  readonly differences: readonly RowDifference[];
  /** Columns whose stored values have no text that both engines print alike, and why; all others were compared. */
  readonly notCompared: readonly string[];
}

/** Compares all rows in one pass over each side, and only if they differ, finds out which columns and which rows do. */
export async function compareTable(sides: Sides, hasher: RowHasher, plan: TablePlan): Promise<TableComparison> {
  const rows = await compareRows(sides, hasher, plan.columns);
  const notCompared = plan.columns.filter((column) => !isComparable(column)).map(whyNot);
  if (rows.equal) return { ...rows, differingColumns: [], differences: [], notCompared };
  const differing = await differingColumns(sides, hasher, plan.columns);
  const isMoved = differing.length === 0 && rows.sourceRows === rows.targetRows;
  return {
    ...rows,
    differingColumns: isMoved ? ['(rows)'] : differing.map(({ name }) => name),
    // If no column differs as a whole, values have changed places: then every column is looked at.
    differences: await locateDifferences(sides, hasher, plan, differing.length > 0 ? differing : plan.columns),
    notCompared,
  };
}

const whyNot = ({ name, type }: ColumnPlan) => `column ${name}: ${type.name} keeps no text to compare`;
