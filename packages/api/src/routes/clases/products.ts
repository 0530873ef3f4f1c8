import { ClasesProducto, clasificarProductos, type RowOf } from '@fluxion/contract';
import { abcXyzProducts, type AbcXyzProduct } from '@fluxion/engine/metrics';
import type { Route } from '../../http/server-types.ts';
import { declareTable } from '../../tables/answer-table.ts';
import { rankingAnswer } from '../ventas/analisis/index.ts';
import { weeksRange } from './weeks-range.ts';

const notSold = {
  xyz: null,
  semanas: null,
  semanas_con_venta: null,
  suma: null,
  suma_cuadrados: null,
  media_semanal: null,
  desviacion: null,
  coeficiente_variacion: null,
};

function flat({ variacion, ...product }: AbcXyzProduct): RowOf<typeof ClasesProducto> {
  return { ...product, ...(variacion ?? notSold) };
}

/** GET /productos/abc-xyz */
export const classifyProducts: Route = (app, services) => {
  declareTable(app, services, clasificarProductos, 'signed in', (call) => {
    const { semanas: weeks, abc, xyz, mostrar_producto_id: shown } = call.query;
    return rankingAnswer(call, {
      table: ClasesProducto,
      question: abcXyzProducts,
      asked: (filter, page) => ({ ...filter, ...page, weeks, abc, xyz: xyz === 'ninguna' ? null : xyz, shown }),
      rowsOf: (rows) => rows.map(flat),
      beside: (days) => weeksRange(days, weeks),
    });
  });
};
