import type { ObjectReport } from '../../report.ts';
import type { PlannedTable } from '../choose-ways.ts';

/** What is otherwise about a table that is in the file. */
export function tableReport(name: string, { table }: PlannedTable): ObjectReport {
  const isLimited = table.columns.some(({ type }) => type.name === 'varchar' && type.length !== undefined);
  if (!isLimited) return { kind: 'table', name, outcome: 'same' };
  return { kind: 'table', name, outcome: 'changed', reason: "text of any length: DuckDB keeps no varchar's limit" };
}
