import sql, { type Sql } from 'sql-template-tag';
import { addDays, type Question } from '../../../base/index.ts';
import { cell, countCell, sumCell, textCell } from '../../cells.ts';
import { ofStores, storeDays, type Period } from '../../sql.ts';
import { pageOf, type Page } from '../page.ts';
import { labelColumns, productLabels, type ProductLabels } from '../product-labels.ts';
import { linesOf } from '../sales-filter.ts';
import { inStockOf, lastDays, stockValue, type StockFilter } from './stock-filter.ts';

export interface DeadStockFilter extends StockFilter, Page {
  /** The last of the days without a sale. */
  readonly to: string;
  /** How many; left out: 90. */
  readonly days?: number | undefined;
  /** How many days up to `to` the last sale is looked for in; left out: 400. */
  readonly lookBackDays?: number | undefined;
}

/** Stock of a product in a store that does not sell. Money has at least 2 decimals. */
export interface DeadStock extends ProductLabels {
  readonly ubicacion_id: string;
  readonly cantidad: string;
  /** The money tied up, at cost; null if nobody knows a cost. */
  readonly valor: string | null;
  /** The store's date of the last entry, as reported; null: not reported. */
  readonly ultima_entrada: string | null;
  /** The day of the last sale; null: none in the days looked at. */
  readonly ultima_venta: string | null;
  /** Days from the last sale to the last day asked about. */
  readonly dias_sin_venta: number | null;
  /** Of all dead stock of the filter, also beyond the page: how many rows, and their money. */
  readonly productos_total: number;
  readonly valor_total: string;
}

/**
 * Stock above zero of which nothing was sold in the last days; the most money first. What came in within these days has
 * not had its time yet and does not count, unless its entry was not reported.
 *
 * Source: Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 9.5.
 */
export const deadStock: Question<DeadStockFilter, DeadStock> = {
  name: 'inventario sin venta',
  reads: (filter) => [
    ofStores('stock_actual', filter.stores),
    storeDays('ventas_raw', filter.stores, spans(filter).looked),
    { table: 'ubicaciones' },
    { table: 'productos' },
  ],
  sql: deadStockSql,
  row: (raw) => {
    const idle = cell(raw, 'dias_sin_venta');
    return {
      ubicacion_id: textCell(raw, 'ubicacion_id'),
      ...productLabels(raw),
      cantidad: sumCell(raw, 'cantidad'),
      valor: cell(raw, 'valor') === null ? null : sumCell(raw, 'valor', 2),
      ultima_entrada: cell(raw, 'entrada'),
      ultima_venta: cell(raw, 'ultima_venta'),
      dias_sin_venta: idle === null ? null : Number(idle),
      productos_total: countCell(raw, 'productos_total'),
      valor_total: sumCell(raw, 'valor_total', 2),
    };
  },
};

function spans({ to, days = 90, lookBackDays = 400 }: DeadStockFilter) {
  return { idle: lastDays(to, days), looked: lastDays(to, Math.max(days, lookBackDays)) };
}

/**
 * The last sale is looked for only of the rows of the page and before the idle days, which are known to have none: that
 * reads more lines than all the rest.
 */
function deadStockSql(filter: DeadStockFilter): Sql {
  const { idle, looked } = spans(filter);
  const before = { from: looked.from, to: addDays(idle.from, -1) };
  return sql`
    WITH quieto AS (
      SELECT existencia.*, count(*) OVER () AS productos_total, sum(valor) OVER () AS valor_total
      FROM (
        SELECT s.ubicacion_id, s.producto_id, s.cantidad, s.ultima_entrada, u.zona_horaria, ${stockValue} AS valor, ${labelColumns}
        FROM stock_actual AS s
        JOIN (
          SELECT id, zona_horaria, CAST(${idle.from} AS TIMESTAMP) AT TIME ZONE zona_horaria AS inicio FROM ubicaciones
        ) AS u ON u.id = s.ubicacion_id
        JOIN productos AS p ON p.id = s.producto_id
        WHERE s.cantidad > 0 AND (s.ultima_entrada IS NULL OR s.ultima_entrada < u.inicio) AND ${inStockOf(filter)}
      ) AS existencia
      WHERE NOT EXISTS (
        SELECT 1 FROM (${soldLines(filter, idle)}) AS v
        WHERE v.ubicacion_id = existencia.ubicacion_id AND v.producto_id = existencia.producto_id)
      ORDER BY valor DESC NULLS LAST, existencia.ubicacion_id COLLATE "C", existencia.producto_id COLLATE "C" ${pageOf(filter)})
    SELECT q.ubicacion_id, q.producto_id, q.codigo, q.descripcion, q.categoria, q.cantidad, q.valor, q.productos_total,
      q.valor_total, CAST(q.ultima_entrada AT TIME ZONE q.zona_horaria AS DATE) AS entrada, v.ultima_venta,
      CAST(${idle.to} AS DATE) - v.ultima_venta AS dias_sin_venta
    FROM quieto AS q
    LEFT JOIN (
      SELECT ubicacion_id, producto_id, max(fecha) AS ultima_venta
      FROM (${soldLines(filter, before)}) AS vendido
      WHERE EXISTS (
        SELECT 1 FROM quieto AS k WHERE k.ubicacion_id = vendido.ubicacion_id AND k.producto_id = vendido.producto_id)
      GROUP BY ubicacion_id, producto_id
    ) AS v ON v.ubicacion_id = q.ubicacion_id AND v.producto_id = q.producto_id
    ORDER BY q.valor DESC NULLS LAST, q.ubicacion_id COLLATE "C", q.producto_id COLLATE "C"`;
}

function soldLines(filter: StockFilter, period: Period): Sql {
  return sql`SELECT ubicacion_id, producto_id, fecha FROM ${linesOf({ ...filter, ...period })} AND cantidad > 0`;
}
