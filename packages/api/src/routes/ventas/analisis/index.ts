import type { Route } from '../../../http/server-types.ts';
import { showPorCategoria, showPorHora, showPorProducto, showPorTienda, showPorTiendaYDia, showSerie } from './by.ts';
import {
  showComparacion,
  showComparacionPorCategoria,
  showComparacionPorDia,
  showComparacionPorTienda,
  showResumen,
} from './comparison.ts';
import { showPerdidas, showPerdidasPorTienda } from './losses.ts';

export { analysisAnswer, rangeOf, type Days } from './answer.ts';
export { rankingAnswer } from './ranking.ts';

export const analisisRoutes: readonly Route[] = [
  showResumen,
  showSerie,
  showPorTienda,
  showPorTiendaYDia,
  showPorCategoria,
  showPorProducto,
  showPorHora,
  showComparacion,
  showComparacionPorDia,
  showComparacionPorTienda,
  showComparacionPorCategoria,
  showPerdidas,
  showPerdidasPorTienda,
];
