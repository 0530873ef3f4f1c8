import {
  estimarVentasPerdidas,
  estimarVentasPerdidasPorTienda,
  VentasPerdidas,
  VentasPerdidasTienda,
} from '@fluxion/contract';
import { lostSales, lostSalesByStore } from '@fluxion/engine/metrics';
import type { Route } from '../../../http/server-types.ts';
import { declareTable } from '../../../tables/answer-table.ts';
import { analysisAnswer } from './answer.ts';
import { rankingAnswer } from './ranking.ts';

/** GET /ventas/perdidas */
export const showPerdidas: Route = (app, services) => {
  declareTable(app, services, estimarVentasPerdidas, 'signed in', (call) =>
    rankingAnswer(call, {
      table: VentasPerdidas,
      question: lostSales,
      asked: (filter, page) => ({ ...filter, ...page }),
      rowsOf: (rows) => rows,
    }),
  );
};

/** GET /ventas/perdidas/tienda */
export const showPerdidasPorTienda: Route = (app, services) => {
  declareTable(app, services, estimarVentasPerdidasPorTienda, 'signed in', (call) =>
    analysisAnswer(call, {
      table: VentasPerdidasTienda,
      question: lostSalesByStore,
      asked: (filter) => filter,
      rowsOf: (rows) => rows,
    }),
  );
};
