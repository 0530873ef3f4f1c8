import { choice, filledTable } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';
import { demandDays } from './sales-of-products.ts';

/** Best sellers of a place that count as its stars. */
const stars = 20;

/** What is set for each product in each place. */
export function productoUbicacionConfig({ from, until, weeks }: DemoPlan): string[] {
  // Promotions last two weeks: the first day of the one that is on.
  const promotionDay = Math.floor((weeks - 1) / 2) * 14;
  const promoted = (value: string) => `CASE WHEN discount > 0 AND tipo = 'tienda' THEN ${value} END`;
  // n times the sum of squares less the squared sum is n squared times the variance of the daily demand, and exact.
  const deviation = `sqrt(greatest((${demandDays} * squares - demand30 * demand30)::DOUBLE, 0)) / ${demandDays}`;
  const shelf = `greatest(department_n, 0) + 1, 1 + ${choice(8, 'shelf', 'ubicacion_id', 'id')}`;
  return filledTable(
    'producto_ubicacion_config',
    {
      id: ['VARCHAR', `ubicacion_id || '-' || id`],
      ubicacion_id: ['VARCHAR', 'ubicacion_id'],
      producto_id: ['VARCHAR', 'id'],
      stock_minimo: ['DECIMAL(12,4)', 'stock_minimo'],
      stock_maximo: ['DECIMAL(12,4)', 'stock_maximo'],
      punto_reorden: ['DECIMAL(12,4)', 'punto_reorden'],
      demanda_diaria_promedio: ['DECIMAL(12,4)', `demand30::DOUBLE / ${demandDays}`],
      demanda_diaria_maxima: ['DECIMAL(12,4)', 'most'],
      variabilidad_demanda: ['DECIMAL(12,4)', deviation],
      lead_time_dias: ['INTEGER', 'lead_days'],
      dias_cobertura_objetivo: ['INTEGER', 'cover_days'],
      dias_seguridad: ['INTEGER', '3'],
      lote_minimo_compra: ['DECIMAL(12,4)', 'case_units'],
      lote_multiple: ['DECIMAL(12,4)', 'case_units'],
      cantidad_maxima_pedido: ['DECIMAL(12,4)', 'stock_maximo * 2'],
      precio_venta: ['DECIMAL(12,4)', 'price4 * 0.0001'],
      margen_actual: ['DECIMAL(5,2)', '100.0 - 100.0 * cost4 / price4'],
      precio_promocional: ['DECIMAL(12,4)', promoted('price4 * (100 - discount) // 100 * 0.0001')],
      fecha_precio_promo_inicio: ['DATE', promoted(`DATE '${from}' + ${promotionDay}`)],
      fecha_precio_promo_fin: ['DATE', promoted(`DATE '${from}' + ${promotionDay + 13}`)],
      generar_alerta_stock_bajo: ['BOOLEAN', 'true'],
      generar_alerta_vencimiento: ['BOOLEAN', 'dias_vencimiento IS NOT NULL'],
      generar_alerta_sobrestock: ['BOOLEAN', `${choice(20, 'overstock alert', 'id')} > 0`],
      permitir_venta: ['BOOLEAN', `fate <> 'discontinued'`],
      permitir_transferencia: ['BOOLEAN', 'dias_vencimiento IS NULL OR dias_vencimiento > 5'],
      es_producto_estrella: ['BOOLEAN', `place <= ${stars} AND demand30 > 0`],
      ubicacion_fisica: ['VARCHAR', `format('Pasillo {:02d}, tramo {}', ${shelf})`],
      activo: ['BOOLEAN', `fate <> 'discontinued'`],
      created_at: ['TIMESTAMPTZ', at('08:00:00', `DATE '${from}'`)],
      updated_at: ['TIMESTAMPTZ', at('20:00:00', `DATE '${until}'`)],
    },
    'FROM numbered ORDER BY ubicacion_id, producto_id',
    `numbered AS (
       SELECT *, row_number() OVER (PARTITION BY ubicacion_id ORDER BY demand30 * price4 DESC, id) AS place
       FROM place_product)`,
  );
}
