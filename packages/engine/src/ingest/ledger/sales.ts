import type { FeedName } from '../../sources/index.ts';

/** The feeds that bring sales: a store-day's sales come from one of them. */
export const salesFeeds: readonly FeedName[] = ['ventas', 'facturas'];

/**
 * SQL: whether `d`, the row of ventas_diarias, still says of a store-day what `c`, the entry of its sales feed, says; false
 * where somebody else has taken lines away, added or changed them since.
 */
export const holdsItsSales = `(coalesce(d.lineas, 0) = c.filas_cargadas
  AND coalesce(d.unidades, 0) = coalesce((c.sumas ->> 'cantidad')::numeric, 0)
  AND coalesce(d.venta_total, 0) = coalesce((c.sumas ->> 'monto_total')::numeric, (c.sumas ->> 'precio_total')::numeric, 0))`;
