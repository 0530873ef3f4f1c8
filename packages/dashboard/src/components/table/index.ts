export type { CellValue, Column, ColumnKind, Order } from './model/column.ts';
export { DataTable, type DataTableProps } from './DataTable.tsx';
export { TableSkeleton } from './TableSkeleton.tsx';
export { writeCell } from './model/write-cell.ts';
