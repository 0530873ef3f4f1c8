import { choice, filledTable } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';

/**
 * The stock of every product in every place at the end of the last day; what never came has no row. Deliveries are those
 * of the movements; where none are delivered, the last one is taken to be up to a week before the last sale.
 */
export function stockActual({ from, until }: DemoPlan): string[] {
  const last = `DATE '${until}'`;
  const within = (days: string, what: string) => choice(`(${days})`, what, 'ubicacion_id', 'id');
  const assumedDelivery = at('06:30:00', `coalesce(last_day, ${last}) - ${within('8', 'last delivery')}`);
  const daysLeft = `CASE WHEN dias_vencimiento <= 30 THEN ${within('dias_vencimiento + 1', 'expiry')} - 1
    ELSE 12 + ${within('greatest(dias_vencimiento - 12, 1)', 'expiry')} END`;
  const idle = `CASE WHEN tipo = 'cedi' THEN ${within('6', 'idle')} ELSE ${last} - coalesce(last_day, DATE '${from}' - 1) END`;
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
      dias_sin_movimiento: ['INTEGER', idle],
      fecha_proximo_vencimiento: ['DATE', `CASE WHEN stock > 0 THEN ${last} + ${daysLeft} END`],
    },
    `FROM kept WHERE fate <> 'never sold' OR stock <> 0 ORDER BY ubicacion_id, producto_id`,
    `moved AS (
       SELECT ubicacion_id, producto_id, max(fecha_hora) FILTER (subtipo IN ('compra', 'reposicion')) AS entered,
         max(fecha_hora) FILTER (cantidad < 0) AS went
       FROM movimientos_inventario GROUP BY ubicacion_id, producto_id),
     kept AS (
       SELECT l.*, entered, went,
         CASE WHEN tipo = 'cedi' AND stock > 10 THEN floor(stock::DOUBLE / 10)::INTEGER ELSE 0 END AS reserved
       FROM place_product l LEFT JOIN moved m ON m.ubicacion_id = l.ubicacion_id AND m.producto_id = l.id)`,
  );
}
