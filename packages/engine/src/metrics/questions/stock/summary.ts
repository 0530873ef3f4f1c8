import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { textCell } from '../../cells.ts';
import { ofStores } from '../../sql.ts';
import { countedStates, stateCounts, type StateCounts } from './states.ts';
import type { StockFilter } from './stock-filter.ts';
import { stockFigures, stockSums, stockSumsRead, type StockFigures } from './stock-sums.ts';

export interface SummaryFilter extends StockFilter {
  /** What a row is of. */
  readonly by: 'store' | 'category';
}

/** What the stock of a store or a category comes to, and the states of its configured products. */
export interface StockSummary extends StockFigures, StateCounts {
  /** The store's id, or the category. */
  readonly clave: string;
  /** The store's name, or the category. */
  readonly nombre: string;
}

const keys = {
  store: { stock: sql`s.ubicacion_id`, configured: sql`c.ubicacion_id`, name: sql`u.nombre` },
  category: { stock: sql`p.categoria`, configured: sql`p.categoria`, name: sql`r.clave` },
} as const;

/** The stock and the states of every store or category that has any of the two; the highest value first. */
export const stockSummary: Question<SummaryFilter, StockSummary> = {
  name: 'resumen del inventario',
  reads: (filter) => [
    ...stockSumsRead(filter),
    ofStores('producto_ubicacion_config', filter.stores),
    { table: 'ubicaciones' },
  ],
  sql: ({ by, ...filter }) => sql`
    SELECT r.*, ${keys[by].name} AS nombre
    FROM (
      SELECT coalesce(v.clave, e.clave) AS clave, v.productos, v.unidades, v.valor, v.productos_sin_costo,
        v.productos_negativos, v.unidades_negativas, v.valor_negativo, max(v.total) OVER () AS total,
        e.configurados, e.sin_stock, e.criticos, e.bajos, e.normales, e.excesos
      FROM (${stockSums(keys[by].stock, filter)}) AS v
      FULL JOIN (${countedStates(keys[by].configured, filter)}) AS e ON e.clave = v.clave) AS r
    LEFT JOIN ubicaciones AS u ON u.id = r.clave
    ORDER BY r.valor DESC NULLS LAST, r.clave COLLATE "C"`,
  row: (raw) => ({
    clave: textCell(raw, 'clave'),
    nombre: textCell(raw, 'nombre'),
    ...stockFigures(raw),
    ...stateCounts(raw),
  }),
};
