export { checkRollup } from './check-rollup.ts';
export { checkTable, type TableCheck, type UnitDifference, type UnitRows } from './check-table.ts';
export type { CheckedTable } from './stored-columns.ts';
