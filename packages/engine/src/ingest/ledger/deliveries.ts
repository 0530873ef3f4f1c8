import type { ClientBase, Pool } from 'pg';
import type { Delivery } from '../../sources/index.ts';
import type { DeliveryReport, Outcome } from '../report.ts';
import { holdsItsSales, salesFeeds } from './sales.ts';

/** Notes that a delivery is being loaded. @returns its number in the ledger */
export async function beginDelivery(pool: Pool, delivery: Delivery, fingerprint: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO public.entregas (fuente, origen, nombre, huella, bytes) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [delivery.description.feed ?? null, delivery.origin, delivery.name, fingerprint, delivery.bytes],
  );
  return rows[0]?.id ?? '';
}

/** Notes what became of it. */
export async function endDelivery(
  db: Pool | ClientBase,
  id: string,
  report: Omit<DeliveryReport, 'seconds'>,
): Promise<void> {
  const { feed, outcome, units, read, loaded, rejected, repeated, same, sums, message } = report;
  await db.query(
    `UPDATE public.entregas SET fuente = coalesce($2, fuente), resultado = $3, unidades = $4, filas_leidas = $5,
       filas_cargadas = $6, filas_rechazadas = $7, filas_repetidas = $8, filas_iguales = $9, sumas = $10, mensaje = $11,
       terminada = clock_timestamp()
     WHERE id = $1`,
    [
      id,
      feed,
      outcome,
      units.length,
      read,
      loaded,
      rejected,
      repeated,
      same,
      JSON.stringify({ leidas: sums.read, cargadas: sums.loaded, rechazadas: sums.rejected }),
      message,
    ],
  );
}

/** The outcomes after which a unit's rows are in the tables. */
export const loadedOutcomes: readonly Outcome[] = ['cargada', 'con_rechazos', 'vacia'];

/** Fields whose values may be right later, though they are the same: stores and masters were missing, or a day was to come. */
const mended = ['ubicacion_id', 'fecha', 'fecha_hora', 'codigo', 'producto_id', 'proveedor_id'];

/**
 * Whether a delivery of the same bytes, understood the same way, was loaded before, and all that it holds still is what it
 * brought: no unit has been replaced by another delivery since, no sales have been changed by hand, and no line was rejected
 * that might be loaded now.
 */
export async function isLoaded(pool: Pool, fingerprint: string): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT FROM public.entregas AS e
     WHERE e.huella = $1 AND e.resultado = ANY ($2) AND e.unidades > 0
       AND e.unidades = (
         SELECT count(*) FROM public.cargas AS c
         LEFT JOIN public.ventas_diarias AS d ON d.ubicacion_id = c.ubicacion_id AND d.fecha = c.fecha
         WHERE c.entrega_id = e.id AND c.resultado = ANY ($2) AND (c.fuente <> ALL ($3) OR ${holdsItsSales}))
       AND NOT EXISTS (
         SELECT FROM public.rechazos AS r WHERE r.entrega_id = e.id AND r.columna = ANY ($4) AND r.valor IS NOT NULL)
     LIMIT 1`,
    [fingerprint, loadedOutcomes, salesFeeds, mended],
  );
  return rows.length > 0;
}
