import sql, { type Sql } from 'sql-template-tag';
import type { RawRow } from '../../../base/index.ts';
import { countCell } from '../../cells.ts';
import { inScope } from '../../sql.ts';
import { ofProducts } from '../sales-filter.ts';
import type { StockFilter } from './stock-filter.ts';

/** How many of the active products configured in active stores are in each state, as `productos_ubicacion_completa` names them. */
export interface StateCounts {
  /** All of them: the sum of the five. */
  readonly configurados: number;
  readonly sin_stock: number;
  readonly criticos: number;
  readonly bajos: number;
  readonly normales: number;
  readonly excesos: number;
}

/** The state of a row, in the words of the view, whose condition this is: views are not copied. */
const state = sql`
  CASE WHEN s.producto_id IS NULL THEN 'SIN_STOCK'
    WHEN s.cantidad <= c.stock_minimo THEN 'CRITICO'
    WHEN s.cantidad <= c.punto_reorden THEN 'BAJO'
    WHEN s.cantidad >= c.stock_maximo THEN 'EXCESO'
    ELSE 'NORMAL' END`;

/**
 * The counts of the filter's products and stores by a column.
 * @param key the column, of `producto_ubicacion_config AS c` and `productos AS p`
 * @returns a SELECT of clave and what `stateCounts` reads
 */
export function countedStates(key: Sql, filter: StockFilter): Sql {
  return sql`
    SELECT clave, count(*) AS configurados,
      count(*) FILTER (WHERE estado = 'SIN_STOCK') AS sin_stock,
      count(*) FILTER (WHERE estado = 'CRITICO') AS criticos,
      count(*) FILTER (WHERE estado = 'BAJO') AS bajos,
      count(*) FILTER (WHERE estado = 'NORMAL') AS normales,
      count(*) FILTER (WHERE estado = 'EXCESO') AS excesos
    FROM (
      SELECT ${key} AS clave, ${state} AS estado
      FROM producto_ubicacion_config AS c
      JOIN productos AS p ON p.id = c.producto_id
      JOIN ubicaciones AS u ON u.id = c.ubicacion_id
      LEFT JOIN stock_actual AS s ON s.ubicacion_id = c.ubicacion_id AND s.producto_id = c.producto_id
      WHERE p.activo IS NOT FALSE AND c.activo IS NOT FALSE AND u.activo IS NOT FALSE
        AND ${inScope(sql`c.ubicacion_id`, filter.stores)} AND ${ofProducts(sql`c.producto_id`, filter)}) AS configurado
    GROUP BY clave`;
}

/** Reads the columns of `countedStates` but for its key. */
export function stateCounts(raw: RawRow): StateCounts {
  return {
    configurados: countCell(raw, 'configurados'),
    sin_stock: countCell(raw, 'sin_stock'),
    criticos: countCell(raw, 'criticos'),
    bajos: countCell(raw, 'bajos'),
    normales: countCell(raw, 'normales'),
    excesos: countCell(raw, 'excesos'),
  };
}
