import { choice, filledTable } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';
import { demandDays } from './sales-of-products.ts';

const columns = {
  id: 'VARCHAR',
  ubicacion_id: 'VARCHAR',
  producto_id: 'VARCHAR',
  stock_minimo: 'DECIMAL(12,4)',
  stock_maximo: 'DECIMAL(12,4)',
  punto_reorden: 'DECIMAL(12,4)',
  demanda_diaria_promedio: 'DECIMAL(12,4)',
  demanda_diaria_maxima: 'DECIMAL(12,4)',
  variabilidad_demanda: 'DECIMAL(12,4)',
  lead_time_dias: 'INTEGER',
  dias_cobertura_objetivo: 'INTEGER',
  dias_seguridad: 'INTEGER',
  lote_minimo_compra: 'DECIMAL(12,4)',
  lote_multiple: 'DECIMAL(12,4)',
  cantidad_maxima_pedido: 'DECIMAL(12,4)',
  precio_venta: 'DECIMAL(12,4)',
  margen_actual: 'DECIMAL(5,2)',
  precio_promocional: 'DECIMAL(12,4)',
  fecha_precio_promo_inicio: 'DATE',
  fecha_precio_promo_fin: 'DATE',
  generar_alerta_stock_bajo: 'BOOLEAN',
  generar_alerta_vencimiento: 'BOOLEAN',
  generar_alerta_sobrestock: 'BOOLEAN',
  permitir_venta: 'BOOLEAN',
  permitir_transferencia: 'BOOLEAN',
  es_producto_estrella: 'BOOLEAN',
  ubicacion_fisica: 'VARCHAR',
  activo: 'BOOLEAN',
  created_at: 'TIMESTAMPTZ',
  updated_at: 'TIMESTAMPTZ',
};

/** Best sellers of a place that count as its stars. */
const stars = 20;

export function productoUbicacionConfig({ from, until, weeks }: DemoPlan): string[] {
  // Promotions last two weeks: the first day of the one that is on.
  const promotionDay = Math.floor((weeks - 1) / 2) * 14;
  // n sum of squares less the squared sum, over n squared: the variance of the daily demand, exact up to its root.
  const deviation = `sqrt(greatest((${demandDays} * squares - demand30 * demand30)::DOUBLE, 0)) / ${demandDays}`;
  const promoted = (value: string) => `CASE WHEN discount > 0 AND tipo = 'tienda' THEN ${value} END`;
  return filledTable(
    'producto_ubicacion_config',
    columns,
    `WITH numbered AS (SELECT *, row_number() OVER (PARTITION BY ubicacion_id ORDER BY demand30 * price4 DESC, id) AS place FROM place_product)
     SELECT ubicacion_id || '-' || id AS id, ubicacion_id, id AS producto_id, stock_minimo, stock_maximo, punto_reorden, demand30::DOUBLE / ${demandDays} AS demanda_diaria_promedio,
       most AS demanda_diaria_maxima, ${deviation} AS variabilidad_demanda, lead_days AS lead_time_dias, cover_days AS dias_cobertura_objetivo, 3 AS dias_seguridad,
       case_units AS lote_minimo_compra, case_units AS lote_multiple, stock_maximo * 2 AS cantidad_maxima_pedido, price4 * 0.0001 AS precio_venta,
       100.0 - 100.0 * cost4 / price4 AS margen_actual, ${promoted('price4 * (100 - discount) // 100 * 0.0001')} AS precio_promocional,
       ${promoted(`DATE '${from}' + ${promotionDay}`)} AS fecha_precio_promo_inicio, ${promoted(`DATE '${from}' + ${promotionDay + 13}`)} AS fecha_precio_promo_fin,
       true AS generar_alerta_stock_bajo, dias_vencimiento IS NOT NULL AS generar_alerta_vencimiento, ${choice(20, 'overstock alert', 'id')} > 0 AS generar_alerta_sobrestock,
       fate <> 'discontinued' AS permitir_venta, dias_vencimiento IS NULL OR dias_vencimiento > 5 AS permitir_transferencia, place <= ${stars} AND demand30 > 0 AS es_producto_estrella,
       format('Pasillo {:02d}, tramo {}', greatest(department_n, 0) + 1, 1 + ${choice(8, 'shelf', 'ubicacion_id', 'id')}) AS ubicacion_fisica, fate <> 'discontinued' AS activo,
       ${at('08:00:00', `DATE '${from}'`)} AS created_at, ${at('20:00:00', `DATE '${until}'`)} AS updated_at
     FROM numbered ORDER BY ubicacion_id, producto_id`,
  );
}
