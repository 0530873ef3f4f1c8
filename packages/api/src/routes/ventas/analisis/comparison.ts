import {
  ComparacionCategoria,
  ComparacionDia,
  ComparacionTienda,
  ComparacionVentas,
  compararVentas,
  compararVentasPorCategoria,
  compararVentasPorDia,
  compararVentasPorTienda,
  ResumenVentas,
  resumirVentas,
  suffixed,
  type RowOf,
} from '@fluxion/contract';
import {
  comparedPeriods,
  salesCompared,
  salesComparedByCategory,
  salesComparedByDay,
  salesComparedByStore,
  type Compared,
  type ComparedSales,
  type SalesFilter,
} from '@fluxion/engine/metrics';
import type { Route } from '../../../http/server-types.ts';
import { declareTable } from '../../../tables/answer-table.ts';
import { analysisAnswer, rangeOf, type Days } from './answer.ts';

/** The three periods below each other. */
function periodRows(rows: readonly ComparedSales[], days: Days): RowOf<typeof ResumenVentas>[] {
  const periods = comparedPeriods(days);
  return rows.flatMap(({ cambio_anterior, cambio_anio_anterior, ...figures }) => {
    const changes = { actual: null, anterior: cambio_anterior, anio_anterior: cambio_anio_anterior };
    return (['actual', 'anterior', 'anio_anterior'] as const).map((periodo) => {
      const { from: fecha_inicio, to: fecha_fin } = periods[periodo];
      return { periodo, fecha_inicio, fecha_fin, ...figures[periodo], cambio: changes[periodo] };
    });
  });
}

/** GET /ventas/resumen */
export const showResumen: Route = (app, services) => {
  declareTable(app, services, resumirVentas, 'signed in', (call) =>
    analysisAnswer(call, {
      table: ResumenVentas,
      question: salesCompared,
      asked: (filter) => filter,
      rowsOf: periodRows,
    }),
  );
};

/** The figures of the three periods beside each other in one flat row. */
function wide<Figures extends object, Row extends Compared<Figures>>(row: Row & Compared<Figures>) {
  const { actual, anterior, anio_anterior, ...others } = row;
  return {
    ...others,
    ...actual,
    ...suffixed(anterior, '_anterior'),
    ...suffixed(anio_anterior, '_anio_anterior'),
  };
}

/** The days of the other two periods. */
function otherRanges(days: Days | undefined): object {
  const periods = days && comparedPeriods(days);
  return { rango_anterior: rangeOf(periods?.anterior), rango_anio_anterior: rangeOf(periods?.anio_anterior) };
}

const compared = { asked: (filter: SalesFilter) => filter, beside: otherRanges };

/** GET /ventas/comparacion */
export const showComparacion: Route = (app, services) => {
  declareTable(app, services, compararVentas, 'signed in', (call) =>
    analysisAnswer(call, {
      ...compared,
      table: ComparacionVentas,
      question: salesCompared,
      rowsOf: (rows) => rows.map((row) => wide(row)),
    }),
  );
};

/** GET /ventas/comparacion/dia */
export const showComparacionPorDia: Route = (app, services) => {
  declareTable(app, services, compararVentasPorDia, 'signed in', (call) =>
    analysisAnswer(call, {
      ...compared,
      table: ComparacionDia,
      question: salesComparedByDay,
      rowsOf: (rows) => rows.map((row) => wide(row)),
    }),
  );
};

/** GET /ventas/comparacion/tienda */
export const showComparacionPorTienda: Route = (app, services) => {
  declareTable(app, services, compararVentasPorTienda, 'signed in', (call) =>
    analysisAnswer(call, {
      ...compared,
      table: ComparacionTienda,
      question: salesComparedByStore,
      rowsOf: (rows) => rows.map((row) => wide(row)),
    }),
  );
};

/** GET /ventas/comparacion/categoria */
export const showComparacionPorCategoria: Route = (app, services) => {
  declareTable(app, services, compararVentasPorCategoria, 'signed in', (call) =>
    analysisAnswer(call, {
      ...compared,
      table: ComparacionCategoria,
      question: salesComparedByCategory,
      rowsOf: (rows) => rows.map((row) => wide(row)),
    }),
  );
};
