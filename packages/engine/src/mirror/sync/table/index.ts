export { columnsKey, createCopySql, takenColumns, unitColumns } from './columns.ts';
export { copyName, copySchema, declaredName, sourceName } from './names.ts';
export { partCondition } from './parts.ts';
export { unitBatches, unitsCondition } from './units.ts';
