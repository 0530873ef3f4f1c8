import { quoteIdentifier, quoteLiteral } from '../../../base/index.ts';
import { conditionOf, printed, type Loss } from './losses.ts';
import type { RejectedRows } from '../plan-tables.ts';
import type { TablePlan } from '../table-plan.ts';

/**
 * DuckDB's query for a table's reject file: one text column, a JSON object for each value that the target cannot hold, with
 * the row's key, the column, the value as DuckDB prints it, and the reason.
 */
export function rejectLines({ plan, losses }: RejectedRows): string {
  const selects = losses.map((loss) => `SELECT ${lineOf(plan, loss)} FROM ${plan.from} WHERE ${conditionOf(loss)}`);
  return selects.join(' UNION ALL ');
}

function lineOf(plan: TablePlan, { column, forbidden }: Loss): string {
  const fields = [
    `key := ${keyOf(plan)}`,
    `"column" := ${quoteLiteral(column.name)}`,
    `value := ${printed(column.name)}`,
    `reason := ${quoteLiteral(forbidden.one)}`,
  ];
  return `CAST(to_json(struct_pack(${fields.join(', ')})) AS VARCHAR)`;
}

/** The columns that tell a row from the others; without any, where it stands in the file; without that, all it holds. */
function keyOf(plan: TablePlan): string {
  const key = plan.columns.filter(({ target }) => plan.key.includes(target));
  if (key.length === 0 && plan.whole) return 'struct_pack(rowid := rowid)';
  const fields = (key.length > 0 ? key : plan.columns).map(
    ({ name }) => `${quoteIdentifier(name)} := ${printed(name)}`,
  );
  return `struct_pack(${fields.join(', ')})`;
}
