import sql, { raw as plain, type Sql } from 'sql-template-tag';
import { daysBetween, decimalText, type Question } from '../../../base/index.ts';
import { cell, countCell, sumCell, textCell } from '../../cells.ts';
import { businessDate, storeDays, type Period } from '../../sql.ts';
import { linesOf } from '../sales-filter.ts';
import { stockStretches, stretchesRead, type ProductDays } from './stock-stretches.ts';

/** A product's day. Decimals are exact texts. */
export interface ProductDay {
  readonly fecha: string;
  /** Null: all of the stores together. */
  readonly ubicacion_id: string | null;
  /** The stock at the end of the day, of the stores of which it is known; null if of none. */
  readonly existencia: string | null;
  /** Of how many stores the stock is known. */
  readonly tiendas: number;
  /** Sold, less what was brought back. */
  readonly unidades: string;
  readonly venta_total: string;
  readonly lineas: number;
}

export interface ProductSeries extends ProductDays {
  /** A row for each day and store that has anything of the product, or one for each day. */
  readonly by: 'store' | 'total';
}

/** Every day of the period. */
function calendar({ from, to }: Period): Sql {
  const last = plain(String(daysBetween(businessDate(from), businessDate(to))));
  return sql`SELECT CAST(${from} AS DATE) + CAST(n AS INTEGER) AS fecha FROM generate_series(0, ${last}) AS numero (n)`;
}

/** What was sold of a product on each day of the period, and what was there of it at the day's end, as its movements tell. */
export const productSeries: Question<ProductSeries, ProductDay> = {
  name: 'serie de un producto',
  reads: (days) => [storeDays('ventas_raw', days.stores, days), ...stretchesRead(days)],
  sql: ({ by, ...days }) => sql`
    WITH ${stockStretches(days)},
    vendido AS (
      SELECT ubicacion_id, fecha, sum(cantidad) AS unidades, sum(monto_total) AS monto, count(*) AS lineas
      FROM ${linesOf({ ...days, products: [days.productId] })}
      GROUP BY ubicacion_id, fecha),
    tiendas AS (SELECT ubicacion_id FROM tramos UNION SELECT ubicacion_id FROM vendido)
    SELECT d.fecha, ${by === 'store' ? sql`t.ubicacion_id` : sql`CAST(NULL AS VARCHAR)`} AS ubicacion_id,
      sum(e.existencia) AS existencia, count(e.existencia) AS conocidas,
      sum(v.unidades) AS unidades, sum(v.monto) AS monto, coalesce(sum(v.lineas), 0) AS lineas
    FROM (${calendar(days)}) AS d
    ${by === 'store' ? sql`CROSS JOIN tiendas AS t` : sql`LEFT JOIN tiendas AS t ON 1 = 1`}
    LEFT JOIN tramos AS e ON e.ubicacion_id = t.ubicacion_id AND d.fecha BETWEEN e.desde AND e.hasta
    LEFT JOIN vendido AS v ON v.ubicacion_id = t.ubicacion_id AND v.fecha = d.fecha
    GROUP BY d.fecha${by === 'store' ? sql`, t.ubicacion_id` : sql``}
    ORDER BY d.fecha${by === 'store' ? sql`, t.ubicacion_id COLLATE "C"` : sql``}`,
  row: (raw) => {
    const stock = cell(raw, 'existencia');
    return {
      fecha: textCell(raw, 'fecha'),
      ubicacion_id: cell(raw, 'ubicacion_id'),
      existencia: stock === null ? null : decimalText(stock),
      tiendas: countCell(raw, 'conocidas'),
      unidades: sumCell(raw, 'unidades'),
      venta_total: sumCell(raw, 'monto', 2),
      lineas: countCell(raw, 'lineas'),
    };
  },
};
