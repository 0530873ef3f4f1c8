import { choice, filledTable } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';
import { zone } from '../stores/stores.ts';
import { expiryAlertDays } from '../tables/categorias-config.ts';

/**
 * Days from the last day to the earliest expiry, NULL for what never expires: of a thousand, 4 have expired, 26 are about
 * to, and the others keep longer than their category's alert asks for.
 */
function daysLeft(within: (days: string, what: string) => string): string {
  const state = within('1000', 'expiry state');
  return `CASE WHEN dias_vencimiento IS NULL THEN NULL
    WHEN ${state} < 4 THEN -${within('3', 'expiry')}
    WHEN ${state} < 30 THEN least(dias_vencimiento, 1 + ${within('alert_days + 1', 'expiry')})
    ELSE least(dias_vencimiento, alert_days + 2 + ${within('greatest(dias_vencimiento - alert_days - 1, 1)', 'expiry')}) END`;
}

/**
 * The stock of every product in every place at the end of the last day; what never came has no row. Deliveries are those
 * of the movements. Where none are reported, what sells is taken to have come lately, and what does not in the week before
 * its last sale.
 */
export function stockActual({ from, until }: DemoPlan): string[] {
  const last = `DATE '${until}'`;
  const within = (days: string, what: string) => choice(`(${days})`, what, 'ubicacion_id', 'id');
  const moving = `fate IN ('regular', 'new') AND NOT coalesce(recibos, false)`;
  const recently = `${last} - ${within('CASE WHEN dias_vencimiento <= 30 THEN 8 ELSE 28 END', 'last delivery')}`;
  const longAgo = `coalesce(last_day, DATE '${from}' - 1) - ${within('8', 'last delivery')}`;
  const assumedDelivery = at('06:30:00', `CASE WHEN ${moving} THEN ${recently} ELSE ${longAgo} END`);
  const lastMovement = `greatest(coalesce(entered, ${assumedDelivery}), went, last_sale)`;
  return filledTable(
    'stock_actual',
    {
      ubicacion_id: ['VARCHAR', 'ubicacion_id'],
      producto_id: ['VARCHAR', 'id'],
      cantidad: ['DECIMAL(12,4)', 'stock'],
      cantidad_reservada: ['DECIMAL(12,4)', 'reserved'],
      cantidad_disponible: ['DECIMAL(12,4)', 'stock - reserved'],
      valor_inventario: ['DECIMAL(18,2)', 'round(stock * (cost4 * 0.0001), 2)'],
      costo_promedio: ['DECIMAL(12,4)', 'cost4 * 0.0001'],
      ultima_entrada: ['TIMESTAMPTZ', `coalesce(entered, ${assumedDelivery})`],
      ultima_salida: ['TIMESTAMPTZ', 'coalesce(went, last_sale)'],
      ultima_venta: ['TIMESTAMPTZ', 'last_sale'],
      ultima_actualizacion: ['TIMESTAMPTZ', at('22:45:00', last)],
      demanda_7_dias: ['DECIMAL(12,4)', 'demand7'],
      demanda_30_dias: ['DECIMAL(12,4)', 'demand30'],
      rotacion_anual: ['DECIMAL(12,4)', 'CASE WHEN stock > 0 THEN demand30::DOUBLE * 12 / stock::DOUBLE END'],
      requiere_reposicion: ['BOOLEAN', `stock <= punto_reorden AND fate NOT IN ('discontinued', 'placeholder')`],
      dias_sin_movimiento: ['INTEGER', `${last} - (${lastMovement} AT TIME ZONE '${zone}')::DATE`],
      fecha_proximo_vencimiento: ['DATE', `CASE WHEN stock > 0 THEN ${last} + ${daysLeft(within)} END`],
    },
    `FROM kept WHERE fate <> 'never sold' OR stock <> 0 ORDER BY ubicacion_id, producto_id`,
    `moved AS (
       SELECT ubicacion_id, producto_id, max(fecha_hora) FILTER (subtipo IN ('compra', 'reposicion')) AS entered,
         max(fecha_hora) FILTER (cantidad < 0) AS went
       FROM movimientos_inventario GROUP BY ubicacion_id, producto_id),
     kept AS (
       SELECT l.*, entered, went, recibos, coalesce(${expiryAlertDays}, 30) AS alert_days,
         CASE WHEN tipo = 'cedi' AND stock > 10 THEN floor(stock::DOUBLE / 10)::INTEGER ELSE 0 END AS reserved
       FROM place_product l LEFT JOIN moved m ON m.ubicacion_id = l.ubicacion_id AND m.producto_id = l.id
       LEFT JOIN store USING (store_n)
       LEFT JOIN category k ON k.categoria = l.categoria AND k.subcategoria IS NOT DISTINCT FROM l.subcategoria)`,
  );
}
