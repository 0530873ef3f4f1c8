import type { ClientBase, Pool } from 'pg';
import type { FeedName } from '../../sources/index.ts';
import type { Outcome, Sums } from '../report.ts';
import type { Unit } from '../units/unit.ts';
import { unitArrays } from '../units/replace-facts.ts';
import { loadedOutcomes } from './deliveries.ts';
import { holdsItsSales, salesFeeds } from './sales.ts';

/** What the ledger says of a unit before it is loaded. */
export interface LedgerUnit {
  readonly id: string;
  readonly ubicacionId: string;
  readonly fecha: string;
  /** Digest of the rows that the tables hold; null: none were loaded, or they have been changed since. */
  readonly digest: string | null;
  /** Rows that the tables hold of it. */
  readonly rows: number;
  /** The other feed that brought the sales of this store-day, if one did. */
  readonly otherFeed: FeedName | null;
}

/**
 * Locks the units' rows of the ledger until the transaction ends, and makes those that are missing. Two loads of one
 * store-day so come one after the other, also where one brings its sales and the other its receipts.
 */
export async function lockUnits(
  client: ClientBase,
  feed: FeedName,
  units: readonly Pick<Unit, 'ubicacionId' | 'fecha'>[],
): Promise<readonly LedgerUnit[]> {
  const sales = salesFeeds.includes(feed);
  const locked = sales ? salesFeeds : [feed];
  const { rows: made } = await client.query<{ id: string; fuente: FeedName }>(
    `INSERT INTO public.cargas (fuente, ubicacion_id, fecha)
     SELECT s, u, f FROM unnest($2::text[], $3::date[]) AS t (u, f), unnest($1::text[]) AS s ORDER BY u, f, s
     ON CONFLICT ON CONSTRAINT cargas_unidad_key DO NOTHING RETURNING id, fuente`,
    [locked, ...unitArrays(units)],
  );
  // Of a store-day that nobody has loaded there is nothing to lock. An entry of the other feed that was made and taken back
  // does as well: who wants to make it has to wait for the end of this transaction.
  await client.query(`DELETE FROM public.cargas WHERE id = ANY ($1)`, [
    made.filter(({ fuente }) => fuente !== feed).map(({ id }) => id),
  ]);
  await client.query(
    `SELECT FROM public.cargas
     WHERE fuente = ANY ($1) AND (ubicacion_id, fecha) IN (SELECT * FROM unnest($2::text[], $3::date[]))
     ORDER BY ubicacion_id, fecha, fuente FOR UPDATE`,
    [locked, ...unitArrays(units)],
  );
  // Only now, so that this statement sees what those who held the locks have committed.
  const { rows } = await client.query<LedgerUnit>(
    `SELECT c.id, c.ubicacion_id AS "ubicacionId", c.fecha, coalesce(${sales ? 'd.lineas' : 'c.filas_cargadas'}, 0)::int AS rows,
       CASE WHEN c.resultado = ANY ($4) ${sales ? `AND ${holdsItsSales}` : ''} THEN c.contenido END AS digest,
       ${sales ? 'o.fuente' : 'NULL'} AS "otherFeed"
     FROM public.cargas AS c
     LEFT JOIN public.ventas_diarias AS d ON d.ubicacion_id = c.ubicacion_id AND d.fecha = c.fecha
     LEFT JOIN public.cargas AS o ON o.ubicacion_id = c.ubicacion_id AND o.fecha = c.fecha AND o.fuente = ANY ($5)
       AND o.fuente <> c.fuente AND o.resultado = ANY ($4) AND o.filas_cargadas > 0
     WHERE c.fuente = $1 AND (c.ubicacion_id, c.fecha) IN (SELECT * FROM unnest($2::text[], $3::date[]))
     ORDER BY c.ubicacion_id, c.fecha`,
    [feed, ...unitArrays(units), loadedOutcomes, sales ? salesFeeds : []],
  );
  return rows;
}

/** A delivery that is being loaded, as the ledger knows it. */
export interface LedgerDelivery {
  readonly id: string;
  readonly name: string;
  /** Digest of its bytes and of how they are to be understood. */
  readonly fingerprint: string;
}

/** What is noted of a unit once its rows are in the tables. */
export interface LoadedUnit {
  readonly id: string;
  readonly outcome: Outcome;
  readonly digest: string;
  readonly loaded: number;
  readonly rejected: number;
  readonly sums: Sums;
  readonly message: string | null;
}

/**
 * Notes, in the units' own transaction, what the tables hold of them now. When the delivery began is taken from its own entry:
 * by the server's clock, which need not agree with this computer's.
 */
export async function noteLoaded(
  client: ClientBase,
  delivery: LedgerDelivery,
  units: readonly LoadedUnit[],
): Promise<void> {
  await client.query(
    `UPDATE public.cargas AS c SET entrega_id = $1, archivo = $2, huella = $3, iniciada = e.iniciada, terminada = clock_timestamp(),
       resultado = u.outcome, contenido = u.digest, filas_leidas = u.loaded + u.rejected, filas_cargadas = u.loaded,
       filas_rechazadas = u.rejected, sumas = u.sums, mensaje = u.message, intento = NULL, intento_mensaje = NULL
     FROM public.entregas AS e, jsonb_to_recordset($4) AS u (id text, outcome text, digest text, loaded bigint, rejected bigint, sums jsonb, message text)
     WHERE e.id = $1 AND c.id = u.id`,
    [delivery.id, delivery.name, delivery.fingerprint, JSON.stringify(units)],
  );
}

/** Takes the sales feed's entry away where receipts have brought the sales of a store-day in its place. */
export async function forgetOtherSales(client: ClientBase, feed: FeedName, units: readonly Unit[]): Promise<void> {
  if (!salesFeeds.includes(feed)) return;
  await client.query(
    `DELETE FROM public.cargas WHERE fuente = ANY ($1) AND fuente <> $2
       AND (ubicacion_id, fecha) IN (SELECT * FROM unnest($3::text[], $4::date[]))`,
    [salesFeeds, feed, ...unitArrays(units)],
  );
}

/**
 * Notes that an attempt to load units has failed. What the tables hold of a unit is still what its row says, so a unit that
 * was loaded before stays loaded; one that never was is now known to have failed, which is not the same as empty.
 */
export async function noteFailed(
  db: Pool | ClientBase,
  feed: FeedName,
  units: readonly { readonly ubicacionId: string | null; readonly fecha: string | null }[],
  {
    message,
    name,
    delivery,
  }: { readonly message: string; readonly name: string; readonly delivery?: string | undefined },
): Promise<void> {
  const unlessLoaded = (column: string) =>
    `${column} = CASE WHEN c.resultado = ANY ($7) THEN c.${column} ELSE excluded.${column} END`;
  await db.query(
    `INSERT INTO public.cargas AS c (fuente, ubicacion_id, fecha, entrega_id, archivo, resultado, mensaje, terminada, intento, intento_mensaje)
     SELECT $1, u, f, $5, $6, 'fallida', $4, now(), now(), $4 FROM unnest($2::text[], $3::date[]) AS t (u, f) ORDER BY u, f
     ON CONFLICT ON CONSTRAINT cargas_unidad_key DO UPDATE SET intento = excluded.intento, intento_mensaje = excluded.intento_mensaje,
       ${['resultado', 'mensaje', 'archivo', 'entrega_id', 'terminada'].map(unlessLoaded).join(', ')}`,
    [
      feed,
      units.map(({ ubicacionId }) => ubicacionId),
      units.map(({ fecha }) => fecha),
      message,
      delivery ?? null,
      name,
      loadedOutcomes,
    ],
  );
}
