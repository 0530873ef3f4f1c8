export { abcClasses, type AbcProduct } from './abc.ts';
export { xyzClasses, type XyzFilter, type XyzProduct } from './xyz.ts';
export { abcXyzMatrix, type AbcXyzCell } from './abc-xyz.ts';
export { abcXyzProducts, type AbcXyzProduct, type CellFilter } from './abc-xyz-products.ts';
export type { BothClassesFilter } from './both-classes.ts';
export type { ValueFigures, VariationFigures } from './class-rows.ts';
export type { ValueClass } from './value-classes.ts';
export { wholeWeeks, type VariationClass } from './variation-classes.ts';
