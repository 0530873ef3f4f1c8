import {
  verSerieVentas,
  verVentasPorCategoria,
  verVentasPorHora,
  verVentasPorProducto,
  verVentasPorTienda,
  verVentasPorTiendaYDia,
} from './by.ts';
import {
  compararVentas,
  compararVentasPorCategoria,
  compararVentasPorDia,
  compararVentasPorTienda,
  resumirVentas,
} from './comparison.ts';
import { estimarVentasPerdidas, estimarVentasPerdidasPorTienda } from './losses.ts';

export * from './by.ts';
export * from './comparison.ts';
export { analysisLimits, type AnalysisFilter, type Rango } from './filters.ts';
export { suffixed } from './figures.ts';
export * from './losses.ts';

/** By operationId. */
export const analisisEndpoints = {
  resumirVentas,
  verSerieVentas,
  verVentasPorTienda,
  verVentasPorTiendaYDia,
  verVentasPorCategoria,
  verVentasPorProducto,
  verVentasPorHora,
  compararVentas,
  compararVentasPorDia,
  compararVentasPorTienda,
  compararVentasPorCategoria,
  estimarVentasPerdidas,
  estimarVentasPerdidasPorTienda,
} as const;
