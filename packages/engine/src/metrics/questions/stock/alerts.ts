import sql, { join, type Sql } from 'sql-template-tag';
import type { Need } from '../../../base/index.ts';
import { inScope, isOneOf, ofStores } from '../../sql.ts';
import { ofProducts } from '../sales-filter.ts';
import type { StockFilter } from './stock-filter.ts';

export type AlertPriority = 'CRITICA' | 'ALTA' | 'MEDIA' | 'BAJA';
export type AlertKind = 'Stock crítico' | 'Próximo a vencer' | 'Sin movimiento' | 'Sobrestock';

/** The date that it is in a store. */
export interface StoreDate {
  readonly ubicacion_id: string;
  readonly zona_horaria: string;
  readonly hoy: string;
}

export interface AlertFilter extends StockFilter {
  /** Of each of the stores: one without it has no alerts. */
  readonly today: readonly StoreDate[];
  readonly priorities?: readonly AlertPriority[] | undefined;
  readonly kinds?: readonly AlertKind[] | undefined;
}

/**
 * The alerts as the view `alertas_inventario` has them, which is not copied, and which asks the clock: here the stores' dates
 * are given, so that the answer depends on them and the tables alone.
 * @returns a SELECT of the view's columns but for ubicacion
 */
export function alerts(filter: AlertFilter): Sql {
  return sql`
    SELECT x.ubicacion_id, x.producto_id, x.codigo, x.descripcion, x.categoria, a.nivel, a.prioridad, a.tipo_alerta, x.cantidad,
      x.stock_minimo, x.punto_reorden, x.stock_maximo, x.dias_sin_movimiento, x.fecha_proximo_vencimiento, x.dias_para_vencer
    FROM (${watchedStock(filter)}) AS x
    CROSS JOIN (VALUES (1, 'CRITICA', 'Stock crítico'), (2, 'ALTA', 'Próximo a vencer'), (3, 'MEDIA', 'Sin movimiento'),
      (4, 'BAJA', 'Sobrestock')) AS a (nivel, prioridad, tipo_alerta)
    WHERE CASE a.nivel
        WHEN 1 THEN x.cantidad <= x.stock_minimo AND x.generar_alerta_stock_bajo IS NOT FALSE
        WHEN 2 THEN x.dias_para_vencer <= x.alerta_vencimiento_dias AND x.generar_alerta_vencimiento IS NOT FALSE
        WHEN 3 THEN x.dias_sin_movimiento >= x.alerta_sin_movimiento_dias
        ELSE x.cantidad >= x.stock_maximo AND x.generar_alerta_sobrestock IS NOT FALSE END
      AND ${isOneOf(sql`a.prioridad`, filter.priorities)} AND ${isOneOf(sql`a.tipo_alerta`, filter.kinds)}`;
}

/** Every product in stock that is watched, with all that its alerts follow from. */
function watchedStock(filter: AlertFilter): Sql {
  return sql`
    SELECT s.ubicacion_id, s.producto_id, s.codigo, s.descripcion, s.categoria, s.cantidad, s.fecha_proximo_vencimiento,
      s.stock_minimo, s.punto_reorden, s.stock_maximo,
      s.generar_alerta_stock_bajo, s.generar_alerta_vencimiento, s.generar_alerta_sobrestock,
      s.fecha_proximo_vencimiento - s.hoy AS dias_para_vencer,
      CASE WHEN s.ultimo IS NULL THEN s.dias_informados WHEN s.ultimo > s.hoy THEN 0 ELSE s.hoy - s.ultimo END AS dias_sin_movimiento,
      coalesce(CASE WHEN sub.categoria IS NULL THEN toda.alerta_vencimiento_dias ELSE sub.alerta_vencimiento_dias END, 30)
        AS alerta_vencimiento_dias,
      coalesce(CASE WHEN sub.categoria IS NULL THEN toda.alerta_sin_movimiento_dias ELSE sub.alerta_sin_movimiento_dias END, 60)
        AS alerta_sin_movimiento_dias
    FROM (
      SELECT s.ubicacion_id, s.producto_id, p.codigo, p.descripcion, p.categoria, coalesce(p.subcategoria, '') AS subcategoria,
        s.cantidad, s.fecha_proximo_vencimiento, s.dias_sin_movimiento AS dias_informados, t.hoy,
        ${localDate(sql`greatest(s.ultima_entrada, s.ultima_salida, s.ultima_venta)`, filter)} AS ultimo,
        c.stock_minimo, c.punto_reorden, c.stock_maximo,
        c.generar_alerta_stock_bajo, c.generar_alerta_vencimiento, c.generar_alerta_sobrestock
      FROM stock_actual AS s
      JOIN producto_ubicacion_config AS c ON c.ubicacion_id = s.ubicacion_id AND c.producto_id = s.producto_id
      JOIN productos AS p ON p.id = s.producto_id
      JOIN (
        SELECT u.id, h.zona_horaria, h.hoy FROM ubicaciones AS u JOIN (${storeDates(filter)}) AS h ON h.id = u.id
        WHERE u.activo IS NOT FALSE) AS t ON t.id = s.ubicacion_id
      WHERE p.activo IS NOT FALSE AND c.activo IS NOT FALSE
        AND ${inScope(sql`s.ubicacion_id`, filter.stores)} AND ${ofProducts(sql`s.producto_id`, filter)}) AS s
    LEFT JOIN (${categoryRows}) AS sub ON sub.categoria = s.categoria AND sub.subcategoria = s.subcategoria
    LEFT JOIN (${categoryRows}) AS toda ON toda.categoria = s.categoria AND toda.subcategoria = ''`;
}

function storeDates({ today }: AlertFilter): Sql {
  const dates = today.map(({ ubicacion_id: id, zona_horaria: zone, hoy }) => {
    return sql`SELECT CAST(${id} AS VARCHAR) AS id, CAST(${zone} AS VARCHAR) AS zona_horaria, CAST(${hoy} AS DATE) AS hoy`;
  });
  return dates.length === 0
    ? sql`SELECT '' AS id, '' AS zona_horaria, DATE '2000-01-01' AS hoy WHERE false`
    : join(dates, ' UNION ALL ');
}

/** The date of an instant in the zone of `t`. By each zone on its own: of a zone that varies, DuckDB takes ten times as long. */
function localDate(instant: Sql, { today }: AlertFilter): Sql {
  const zones = [...new Set(today.map(({ zona_horaria }) => zona_horaria))];
  if (zones.length === 0) return sql`CAST(NULL AS DATE)`;
  const cases = zones.map((zone) => {
    return sql`WHEN CAST(${zone} AS VARCHAR) THEN CAST(${instant} AT TIME ZONE CAST(${zone} AS VARCHAR) AS DATE)`;
  });
  return sql`CASE t.zona_horaria ${join(cases, ' ')} END`;
}

/** A category's row without a subcategory may say so by an empty text or by none; the empty text goes first. */
const categoryRows = sql`
  SELECT categoria, subcategoria, alerta_vencimiento_dias, alerta_sin_movimiento_dias
  FROM (
    SELECT categoria, coalesce(subcategoria, '') AS subcategoria, alerta_vencimiento_dias, alerta_sin_movimiento_dias,
      row_number() OVER (PARTITION BY categoria, coalesce(subcategoria, '') ORDER BY subcategoria NULLS LAST) AS orden
    FROM categorias_config WHERE activo IS NOT FALSE) AS k
  WHERE orden = 1`;

/** What the alerts are read from. */
export function alertsRead({ stores }: AlertFilter): readonly Need[] {
  return [
    ofStores('stock_actual', stores),
    ofStores('producto_ubicacion_config', stores),
    { table: 'productos' },
    { table: 'ubicaciones' },
    { table: 'categorias_config' },
  ];
}
