import type { CopiedColumn } from '../../../bridge/index.ts';
import type { WriteContext } from '../../units/unit.ts';
import { sendTemporary } from '../send-temporary.ts';

const lastSales = 'pg_temp.fluxion_last_sales';

const columns: readonly CopiedColumn[] = [
  { name: 'ubicacion_id', type: { name: 'text' } },
  { name: 'producto_id', type: { name: 'text' } },
  { name: 'sold_at', type: { name: 'timestamptz' } },
  { name: 'sold_on', type: { name: 'date' } },
];

/**
 * Notes in `stock_actual` when each product that the units sell was last sold, if that is later than what is known there.
 * Products without stock get no row, and returns are no sales. A sale without a time counts as of the day's beginning.
 */
export async function noteLastSales(context: WriteContext): Promise<void> {
  const { client, rows, units } = context;
  const { rows: stores } = await client.query(`SELECT FROM public.stock_actual WHERE ubicacion_id = ANY ($1) LIMIT 1`, [
    units.map(({ ubicacionId }) => ubicacionId),
  ]);
  if (stores.length === 0) return;
  await sendTemporary(
    context,
    lastSales,
    columns,
    `SELECT ubicacion_id, producto_id, max(fecha_hora), max(fecha) FILTER (WHERE fecha_hora IS NULL)
     FROM ${rows} WHERE cantidad > 0 AND producto_id IS NOT NULL GROUP BY ubicacion_id, producto_id`,
  );
  // Locked in one order, so that two who change the same rows wait for each other, not for ever.
  await client.query(
    `WITH sold AS (
       SELECT l.ubicacion_id, l.producto_id, greatest(l.sold_at, l.sold_on::timestamp AT TIME ZONE u.zona_horaria) AS sold_at
       FROM ${lastSales} AS l JOIN public.ubicaciones AS u ON u.id = l.ubicacion_id),
     later AS MATERIALIZED (
       SELECT s.ubicacion_id, s.producto_id, l.sold_at FROM public.stock_actual AS s
       JOIN sold AS l ON l.ubicacion_id = s.ubicacion_id AND l.producto_id = s.producto_id
       WHERE s.ultima_venta IS NULL OR s.ultima_venta < l.sold_at
       ORDER BY s.ubicacion_id, s.producto_id FOR NO KEY UPDATE OF s)
     UPDATE public.stock_actual AS s SET ultima_venta = greatest(s.ultima_venta, l.sold_at)
     FROM later AS l WHERE s.ubicacion_id = l.ubicacion_id AND s.producto_id = l.producto_id`,
  );
}
