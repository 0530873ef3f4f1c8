import { choice, filledTable } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';

const columns = {
  ubicacion_id: 'VARCHAR',
  producto_id: 'VARCHAR',
  cantidad: 'DECIMAL(12,4)',
  cantidad_reservada: 'DECIMAL(12,4)',
  cantidad_disponible: 'DECIMAL(12,4)',
  valor_inventario: 'DECIMAL(18,2)',
  costo_promedio: 'DECIMAL(12,4)',
  ultima_entrada: 'TIMESTAMPTZ',
  ultima_salida: 'TIMESTAMPTZ',
  ultima_venta: 'TIMESTAMPTZ',
  ultima_actualizacion: 'TIMESTAMPTZ',
  demanda_7_dias: 'DECIMAL(12,4)',
  demanda_30_dias: 'DECIMAL(12,4)',
  rotacion_anual: 'DECIMAL(12,4)',
  requiere_reposicion: 'BOOLEAN',
  dias_sin_movimiento: 'INTEGER',
  fecha_proximo_vencimiento: 'DATE',
};

/** The stock of every product in every place at the end of the last day; what never came has no row. Deliveries are those of the movements where there are any. */
export function stockActual({ from, until }: DemoPlan): string[] {
  const last = `DATE '${until}'`;
  // Where no movements are delivered, the last delivery is taken to be a week before the last day or before the last sale.
  const assumedDelivery = at(
    '06:30:00',
    `coalesce(last_day, ${last}) - ${choice(8, 'last delivery', 'ubicacion_id', 'id')}`,
  );
  const expiry = `CASE WHEN stock > 0 THEN ${last} + CASE WHEN dias_vencimiento <= 30 THEN ${choice('(dias_vencimiento + 1)', 'expiry', 'ubicacion_id', 'id')} - 1
    ELSE 12 + ${choice('greatest(dias_vencimiento - 12, 1)', 'expiry', 'ubicacion_id', 'id')} END END`;
  return filledTable(
    'stock_actual',
    columns,
    `WITH moved AS (SELECT ubicacion_id, producto_id, max(fecha_hora) FILTER (cantidad > 0 AND usuario = 'recepcion') AS entered, max(fecha_hora) FILTER (cantidad < 0) AS went
         FROM movimientos_inventario GROUP BY ubicacion_id, producto_id),
       held AS (SELECT l.*, entered, went, CASE WHEN tipo = 'cedi' AND stock > 10 THEN floor((stock // 10)::DOUBLE)::INTEGER ELSE 0 END AS reserved
         FROM place_product l LEFT JOIN moved m ON m.ubicacion_id = l.ubicacion_id AND m.producto_id = l.id)
     SELECT ubicacion_id, id AS producto_id, stock AS cantidad, reserved AS cantidad_reservada, stock - reserved AS cantidad_disponible, round(stock * (cost4 * 0.0001), 2) AS valor_inventario,
       cost4 * 0.0001 AS costo_promedio, coalesce(entered, ${assumedDelivery}) AS ultima_entrada, coalesce(went, last_sale) AS ultima_salida, last_sale AS ultima_venta,
       ${at('22:45:00', last)} AS ultima_actualizacion, demand7 AS demanda_7_dias, demand30 AS demanda_30_dias,
       CASE WHEN stock > 0 THEN demand30::DOUBLE * 12 / stock::DOUBLE END AS rotacion_anual, stock <= punto_reorden AND fate NOT IN ('discontinued', 'placeholder') AS requiere_reposicion,
       CASE WHEN tipo = 'cedi' THEN ${choice(6, 'idle', 'ubicacion_id', 'id')} ELSE ${last} - coalesce(last_day, DATE '${from}' - 1) END AS dias_sin_movimiento, ${expiry} AS fecha_proximo_vencimiento
     FROM held WHERE fate <> 'never sold' OR stock <> 0 ORDER BY ubicacion_id, producto_id`,
  );
}
