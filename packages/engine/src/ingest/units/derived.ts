import { smallRowsJson } from '../../duckdb/index.ts';
import { unitArrays } from './replace-facts.ts';
import type { WriteContext, Written } from './unit.ts';

/**
 * Makes a flagged placeholder of each product that the rows name and the catalogue lacks: no sale is dropped, or left
 * without its product, for a gap in the catalogue.
 */
export async function addPlaceholders({ client, duck, rows, onPlaceholders }: WriteContext): Promise<void> {
  const [found] = await smallRowsJson(
    duck,
    `SELECT to_json(list_sort(list(DISTINCT producto_id)))::VARCHAR AS ids FROM ${rows} WHERE producto_id IS NOT NULL`,
  );
  if (typeof found?.['ids'] !== 'string') return;
  const { rows: added } = await client.query<{ count: number }>(
    `SELECT fluxion.insert_placeholder_products(ARRAY(SELECT i FROM json_array_elements_text($1::json) AS i
       WHERE NOT EXISTS (SELECT FROM public.productos AS p WHERE p.id = i))) AS count`,
    [found['ids']],
  );
  onPlaceholders?.(added[0]?.count ?? 0);
}

/** Recomputes `ventas_diarias` of the units, and gives what it says of them: the lines as PostgreSQL holds them. */
export async function salesOf({ client, units }: WriteContext, amount: string): Promise<Written[]> {
  const parameters = unitArrays(units);
  await client.query(
    `SELECT fluxion.recompute_venta_diaria(u, f) FROM unnest($1::text[], $2::date[]) AS t (u, f) ORDER BY u, f`,
    [...parameters],
  );
  const { rows } = await client.query<{
    ubicacionId: string;
    fecha: string;
    rows: number;
    sold: string;
    taken: string;
  }>(
    `SELECT t.u AS "ubicacionId", t.f AS fecha, coalesce(d.lineas, 0) AS rows,
       coalesce(d.unidades, 0) AS sold, coalesce(d.venta_total, 0) AS taken
     FROM unnest($1::text[], $2::date[]) AS t (u, f)
     LEFT JOIN public.ventas_diarias AS d ON d.ubicacion_id = t.u AND d.fecha = t.f`,
    [...parameters],
  );
  return rows.map(({ sold, taken, ...unit }) => ({ ...unit, sums: { cantidad: sold, [amount]: taken } }));
}

/**
 * Brings the days' exchange rates to what most of their receipts carry. Other stores load the same days: whoever has
 * changed a rate makes them wait until it is committed, so this comes last.
 */
export async function noteRates({ client, units }: WriteContext): Promise<void> {
  await client.query(
    `SELECT fluxion.recompute_tasa(f) FROM (SELECT DISTINCT unnest($1::date[]) AS f ORDER BY f) AS t`,
    [units.map(({ fecha }) => fecha)],
  );
}
