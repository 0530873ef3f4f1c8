import type { ClientBase } from 'pg';

/** The temporary table of counts, a row for each product, store and date. */
export const countLines = 'pg_temp.fluxion_count';

export interface AppliedCount {
  readonly store: string;
  readonly date: string;
  /** A timestamptz. */
  readonly moment: string;
  /** How many products it has. */
  readonly products: number;
  /** Products that are not in it keep their stock. */
  readonly partial: boolean;
}

/**
 * The count's products. Places may have bought at different costs: the average of all that is there, unless some of it is
 * negative and an average would mean nothing.
 */
const lines = `(
  SELECT k.*, CASE WHEN k.costo_minimo < k.costo_maximo AND k.cantidad_minima > 0
    THEN round(k.costo_total / k.cantidad_con_costo, 4) ELSE k.costo_maximo END AS costo_promedio
  FROM ${countLines} AS k WHERE k.ubicacion_id = $1 AND k.fecha = $2)`;

const countedAt = 'fluxion.counted_at(s.cantidad_contada, s.contada_en, s.ultima_actualizacion)';
const sameRow = 's.ubicacion_id = $1 AND s.producto_id = k.producto_id';

/** What a full count does not find is gone; what has moved since comes back when the stock is recomputed. */
const removeAbsent = `DELETE FROM public.stock_actual AS s WHERE s.ubicacion_id = $1 AND ${countedAt} <= $3::timestamptz
  AND s.producto_id NOT IN (SELECT k.producto_id FROM ${lines} AS k)`;

/** What the count does not say of a product stays as it was. */
const change = `UPDATE public.stock_actual AS s
  SET cantidad = k.cantidad, cantidad_contada = k.cantidad, contada_en = $3::timestamptz, ultima_actualizacion = $3::timestamptz,
    cantidad_reservada = coalesce(k.cantidad_reservada, s.cantidad_reservada),
    cantidad_disponible =
      coalesce(k.cantidad_disponible, k.cantidad - k.cantidad_reservada, s.cantidad_disponible - s.cantidad + k.cantidad),
    costo_promedio = coalesce(k.costo_promedio, s.costo_promedio),
    valor_inventario = coalesce(k.valor_inventario, round(k.cantidad * coalesce(k.costo_promedio, s.costo_promedio), 2)),
    fecha_proximo_vencimiento = coalesce(k.fecha_proximo_vencimiento, s.fecha_proximo_vencimiento)
  FROM ${lines} AS k WHERE ${sameRow} AND ${countedAt} <= $3::timestamptz`;

const add = `INSERT INTO public.stock_actual (ubicacion_id, producto_id, cantidad, cantidad_contada, contada_en, ultima_actualizacion,
    cantidad_reservada, cantidad_disponible, costo_promedio, valor_inventario, fecha_proximo_vencimiento)
  SELECT $1, k.producto_id, k.cantidad, k.cantidad, $3::timestamptz, $3::timestamptz, coalesce(k.cantidad_reservada, 0),
    coalesce(k.cantidad_disponible, k.cantidad - k.cantidad_reservada), k.costo_promedio,
    coalesce(k.valor_inventario, round(k.cantidad * k.costo_promedio, 2)), k.fecha_proximo_vencimiento
  FROM ${lines} AS k WHERE NOT EXISTS (SELECT FROM public.stock_actual AS s WHERE ${sameRow}) ORDER BY k.producto_id`;

/** Also of products that were counted later: what has happened has happened. */
const noteLast = `UPDATE public.stock_actual AS s
  SET ultima_entrada = greatest(s.ultima_entrada, k.ultima_entrada), ultima_salida = greatest(s.ultima_salida, k.ultima_salida),
    ultima_venta = greatest(s.ultima_venta, k.ultima_venta)
  FROM ${countLines} AS k WHERE k.ubicacion_id = $1 AND k.fecha = $2 AND ${sameRow}
    AND (k.ultima_entrada > coalesce(s.ultima_entrada, '-infinity') OR k.ultima_salida > coalesce(s.ultima_salida, '-infinity')
      OR k.ultima_venta > coalesce(s.ultima_venta, '-infinity'))`;

const countedProducts = `ARRAY(SELECT k.producto_id FROM ${countLines} AS k WHERE k.ubicacion_id = $1 AND k.fecha = $2)`;

/** After a full count all that was there or has moved since. */
const recompute = {
  partial: `SELECT fluxion.recompute_stock($1, ${countedProducts}, NULL, NULL)`,
  full: `SELECT fluxion.recompute_stock($1, ARRAY(
      SELECT s.producto_id FROM public.stock_actual AS s WHERE s.ubicacion_id = $1
      UNION SELECT m.producto_id FROM public.movimientos_inventario AS m JOIN public.ubicaciones AS u ON u.id = m.ubicacion_id
      WHERE m.ubicacion_id = $1 AND m.fecha >= ($2::timestamptz AT TIME ZONE u.zona_horaria)::date - 1), NULL, NULL)`,
};

/** Locks the stock. @returns when all of it was counted later than the moment, in the store's time; undefined: it was not */
async function laterCount(
  client: ClientBase,
  { store, date, moment, partial }: AppliedCount,
): Promise<string | undefined> {
  const { rows } = await client.query<{ later: string }>(
    `SELECT to_char(l.counted AT TIME ZONE u.zona_horaria, 'YYYY-MM-DD HH24:MI') AS later
     FROM (SELECT fluxion.lock_stock($1, CASE WHEN $4 THEN ${countedProducts} END) AS counted) AS l
     JOIN public.ubicaciones AS u ON u.id = $1 AND l.counted > $3::timestamptz`,
    [store, date, moment, partial],
  );
  return rows[0]?.later;
}

/**
 * Puts a count in the place of what was known of the store's stock, unless that was counted later.
 * @returns sentences on what of it does not count
 */
export async function applyCount(client: ClientBase, count: AppliedCount): Promise<string[]> {
  const { store, date, moment, products, partial } = count;
  const later = await laterCount(client, count);
  if (later !== undefined) return [`The store's stock was counted later, at ${later}: this count changes nothing.`];

  const parameters = [store, date, moment];
  if (!partial) {
    await client.query(`UPDATE fluxion.full_counts SET contado_en = $2 WHERE ubicacion_id = $1`, [store, moment]);
    await client.query(removeAbsent, parameters);
  }
  const { rowCount: changed } = await client.query(change, parameters);
  const { rowCount: added } = await client.query(add, parameters);
  await client.query(noteLast, [store, date]);
  await (partial ? client.query(recompute.partial, [store, date]) : client.query(recompute.full, [store, moment]));

  const kept = products - (changed ?? 0) - (added ?? 0);
  return kept === 0 ? [] : [`${kept} of its products were counted later and keep that count.`];
}
