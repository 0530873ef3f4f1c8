export type { CellValue, Column, ColumnKind, Order } from './column.ts';
export { DataTable, type DataTableProps } from './DataTable.tsx';
export { TableSkeleton } from './TableSkeleton.tsx';
export { writeCell } from './write-cell.ts';
