import type { Rollup } from '../../base/index.ts';
import { ventasPorCuarto } from './ventas-por-cuarto.ts';
import { ventasPorDia } from './ventas-por-dia.ts';

/** Everything that the questions read beside tables: a mirror has to keep them. */
export const rollups: readonly Rollup[] = [ventasPorDia, ventasPorCuarto];

export { lineSums, sumColumns, sumsOfSums } from './line-sums.ts';
export { sumsByDay, ventasPorDia } from './ventas-por-dia.ts';
export { sumsByQuarter, ventasPorCuarto } from './ventas-por-cuarto.ts';
