export { writeAfterRows, writeView } from './after-rows.ts';
export { writeBeforeRows } from './before-rows.ts';
export type { WriteContext } from './context.ts';
export { writeTable, type WriteTableContext } from './write-table.ts';
export { openPartialFile, type PartialFile } from './partial-file.ts';
export { tableReport } from './table-report.ts';
