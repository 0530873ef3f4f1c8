export {
  abcClasses,
  cellName,
  classesPatch,
  readClasses,
  weekChoices,
  xyzClasses,
  type Abc,
  type Cell,
  type ClassesAddress,
  type Weeks,
  type Xyz,
} from './address.ts';
export { shareBefore, valueBounds, variationBounds } from './arithmetic.ts';
export { historyOf, type History } from './history.ts';
export { heatOf, sumOf, type CellSum, type MatrixCell } from './matrix.ts';
