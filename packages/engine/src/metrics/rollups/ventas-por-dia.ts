import sql, { raw, type Sql } from 'sql-template-tag';
import type { Rollup } from '../../base/index.ts';
import { lineSums } from './line-sums.ts';

/**
 * Sales lines added up by store and business day. Receipts are distinct invoice numbers of a store's day; lines without a
 * number count in none.
 * @param lines what stands behind FROM: ventas_raw, or some of its lines
 */
export function sumsByDay(lines: Sql): Sql {
  return sql`
    SELECT ubicacion_id, fecha, ${lineSums}, count(DISTINCT numero_factura) AS facturas
    FROM ${lines} GROUP BY ubicacion_id, fecha`;
}

export const ventasPorDia: Rollup = {
  name: 'ventas_por_dia',
  of: 'ventas_raw',
  sql: (from) => sumsByDay(raw(from)).sql,
};
