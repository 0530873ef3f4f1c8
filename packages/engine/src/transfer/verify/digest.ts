import { eachSide, exactSum, isComparable, type RowHasher } from '../../bridge/index.ts';
import type { ColumnPlan } from '../plan/table-plan.ts';
import type { Sides } from './sides.ts';
import { storedColumn } from './stored-column.ts';

/** The number of rows that each side holds, and whether they are the same rows. */
export interface RowComparison {
  readonly sourceRows: number;
  readonly targetRows: number;
  readonly equal: boolean;
}

/**
 * Compares all rows in one pass: their number, and the exact sum of their hashes, so that the order of rows does not matter
 * and a row that is there twice counts twice. Rows that differ in any way pass unseen with a probability of about 2^-64
 * (2^-60 with MD5), whatever they hold: the hashes' seeds are not known before.
 */
export async function compareRows(
  sides: Sides,
  hasher: RowHasher,
  columns: readonly ColumnPlan[],
): Promise<RowComparison> {
  const hash = await hasher.row(columns.map(storedColumn));
  const { source, target } = await sides.ask(eachSide(hash, (row) => `count(*) AS total, ${exactSum(row)} AS digest`));
  const [ours] = source;
  const [theirs] = target;
  return {
    sourceRows: Number(ours?.total),
    targetRows: Number(theirs?.total),
    equal: ours?.total === theirs?.total && ours?.digest === theirs?.digest,
  };
}

/** The columns whose values differ as a whole, in whatever rows they stand. */
export async function differingColumns(
  sides: Sides,
  hasher: RowHasher,
  columns: readonly ColumnPlan[],
): Promise<ColumnPlan[]> {
  const comparable = columns.filter(isComparable);
  if (comparable.length === 0) return [];
  const hashes = await Promise.all(comparable.map((column) => hasher.row([storedColumn(column)])));
  const list = (side: 'duck' | 'postgres') =>
    hashes.map((hash, index) => `${exactSum(hash[side])} AS d${index}`).join(', ');
  const { source, target } = await sides.ask({ duck: list('duck'), postgres: list('postgres') });
  return comparable.filter((_, index) => source[0]?.[`d${index}`] !== target[0]?.[`d${index}`]);
}
