import {
  SerieVentas,
  VentasCategoria,
  VentasHora,
  VentasProducto,
  VentasTienda,
  VentasTiendaDia,
  verSerieVentas,
  verVentasPorCategoria,
  verVentasPorHora,
  verVentasPorProducto,
  verVentasPorTienda,
  verVentasPorTiendaYDia,
} from '@fluxion/contract';
import {
  bottomProducts,
  salesByCategory,
  salesByDay,
  salesByHour,
  salesByMonth,
  salesByStore,
  salesByStoreAndDay,
  salesByWeek,
  topProducts,
  type SalesFilter,
} from '@fluxion/engine/metrics';
import type { Route } from '../../../http/server-types.ts';
import { allRows, mostRows } from '../../../tables/all-rows.ts';
import { declareTable } from '../../../tables/answer-table.ts';
import { analysisAnswer } from './answer.ts';
import { rankingAnswer } from './ranking.ts';

/** GET /ventas/serie */
export const showSerie: Route = (app, services) => {
  declareTable(app, services, verSerieVentas, 'signed in', (call) => {
    const asIs = { table: SerieVentas, asked: (filter: SalesFilter) => filter };
    switch (call.query.por) {
      case 'semana':
        return analysisAnswer(call, {
          ...asIs,
          question: salesByWeek,
          rowsOf: (rows) => rows.map(({ semana, ...figures }) => ({ fecha: semana, ...figures })),
        });
      case 'mes':
        return analysisAnswer(call, {
          ...asIs,
          question: salesByMonth,
          rowsOf: (rows) => rows.map(({ mes, ...figures }) => ({ fecha: mes, ...figures })),
        });
      default:
        return analysisAnswer(call, { ...asIs, question: salesByDay, rowsOf: (rows) => rows });
    }
  });
};

/** GET /ventas/por/tienda */
export const showPorTienda: Route = (app, services) => {
  declareTable(app, services, verVentasPorTienda, 'signed in', (call) =>
    analysisAnswer(call, {
      table: VentasTienda,
      question: salesByStore,
      asked: (filter) => filter,
      rowsOf: (rows) => rows,
    }),
  );
};

/** GET /ventas/por/tienda-dia */
export const showPorTiendaYDia: Route = (app, services) => {
  declareTable(app, services, verVentasPorTiendaYDia, 'signed in', (call) =>
    analysisAnswer(
      call,
      {
        table: VentasTiendaDia,
        question: salesByStoreAndDay,
        asked: (filter, page) => ({ ...filter, ...page }),
        rowsOf: (rows) => allRows(rows, 'pida menos tiendas o días'),
      },
      { limit: mostRows + 1 },
    ),
  );
};

/** GET /ventas/por/categoria */
export const showPorCategoria: Route = (app, services) => {
  declareTable(app, services, verVentasPorCategoria, 'signed in', (call) =>
    analysisAnswer(call, {
      table: VentasCategoria,
      question: salesByCategory,
      asked: (filter) => filter,
      rowsOf: (rows) => rows,
    }),
  );
};

/** GET /ventas/por/producto */
export const showPorProducto: Route = (app, services) => {
  declareTable(app, services, verVentasPorProducto, 'signed in', (call) =>
    rankingAnswer(call, {
      table: VentasProducto,
      question: call.query.primero === 'peores' ? bottomProducts : topProducts,
      asked: (filter, page) => ({ ...filter, ...page, by: call.query.orden }),
      rowsOf: (rows) => rows,
    }),
  );
};

/** GET /ventas/por/hora */
export const showPorHora: Route = (app, services) => {
  declareTable(app, services, verVentasPorHora, 'signed in', (call) =>
    analysisAnswer(call, {
      table: VentasHora,
      question: salesByHour,
      asked: (filter) => filter,
      rowsOf: (rows) => rows,
    }),
  );
};
