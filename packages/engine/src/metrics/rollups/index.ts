export { lineSums, sumsOfSums } from './line-sums.ts';
export { sumsByDay, ventasPorDia } from './ventas-por-dia.ts';
export { sumsByQuarter, ventasPorCuarto } from './ventas-por-cuarto.ts';
