export { columnsKey, createCopySql, takenColumns, unitColumns } from './columns.ts';
export { copyKey, copySchema } from '../../declared.ts';
export { copyName, declaredName, sourceName } from './names.ts';
export { partCondition } from './parts.ts';
export { unitBatches, unitsCondition } from './units.ts';
