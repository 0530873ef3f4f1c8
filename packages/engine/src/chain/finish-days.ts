import type { ClientBase } from 'pg';

/** Drops the receipt lines' foreign keys in the months of those days; `finishDays` restores them. */
export async function unlinkMonths(client: ClientBase, days: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ sql: string }>(
    `SELECT DISTINCT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname) AS sql
     FROM unnest($1::date[]) AS day JOIN pg_constraint AS c ON c.contype = 'f'
       AND c.conrelid = to_regclass('public.' || fluxion.partition_name('items_facturas', day))`,
    [days],
  );
  for (const { sql } of rows) await client.query(sql);
}

/** `$1` has the days. */
const statements = [
  `SELECT fluxion.insert_placeholder_products(ARRAY(
     SELECT producto_id FROM public.ventas_raw WHERE fecha = ANY($1::date[]) AND producto_id IS NOT NULL
     UNION SELECT producto_id FROM public.items_facturas WHERE fecha = ANY($1::date[]) AND producto_id IS NOT NULL
     UNION SELECT producto_id FROM public.movimientos_inventario WHERE fecha = ANY($1::date[]) AND producto_id IS NOT NULL))`,
  `SELECT fluxion.recompute_venta_diaria(ubicacion_id, fecha) FROM (
     SELECT ubicacion_id, fecha FROM public.ventas_raw WHERE fecha = ANY($1::date[])
     UNION SELECT ubicacion_id, fecha FROM public.ventas_diarias WHERE fecha = ANY($1::date[]) ORDER BY 1, 2) AS unit`,
  `SELECT fluxion.recompute_tasa(day) FROM unnest($1::date[]) AS day`,
];

/** Forwards only; max() of no rows is NULL, which greatest() ignores. */
const restarts = `
  SELECT setval('public.ventas_raw_id_seq',
    greatest((SELECT max(id) FROM public.ventas_raw WHERE fecha = ANY($1::date[])), last_value)) FROM public.ventas_raw_id_seq
  UNION ALL SELECT setval('public.cargas_id_seq',
    greatest((SELECT max(id::bigint) FROM public.cargas WHERE id ~ '^[0-9]{1,18}$'), last_value)) FROM public.cargas_id_seq
  UNION ALL SELECT setval('public.pedidos_numero_seq',
    greatest((SELECT max(numero) FROM public.pedidos), last_value)) FROM public.pedidos_numero_seq
  UNION ALL SELECT setval('public.pedidos_historial_id_seq',
    greatest((SELECT max(id) FROM public.pedidos_historial), last_value)) FROM public.pedidos_historial_id_seq`;

const unknownStores = `
  SELECT FROM (
    SELECT ubicacion_id FROM public.facturas WHERE fecha = ANY($1::date[])
    UNION SELECT ubicacion_id FROM public.movimientos_inventario WHERE fecha = ANY($1::date[])) AS fact
  WHERE NOT EXISTS (SELECT FROM public.ubicaciones AS u WHERE u.id = fact.ubicacion_id)`;

/**
 * Does for the facts of a few days what fluxion.finish_bulk_load() does for all, which reads every fact. To be called within
 * a transaction.
 *
 * @param anyProduct products have changed too: then facts of other days may name some that are gone
 * @throws PostgreSQL's error if a receipt line has no receipt or a fact has no store
 */
export async function finishDays(client: ClientBase, days: readonly string[], anyProduct: boolean): Promise<void> {
  if (days.length > 0 || anyProduct) await finishFacts(client, days, anyProduct);
  await client.query(restarts, [days]);
}

async function finishFacts(client: ClientBase, days: readonly string[], anyProduct: boolean): Promise<void> {
  // As in finish_bulk_load(): nobody else writes facts until this commits.
  await client.query(
    'LOCK TABLE public.ventas_raw, public.facturas, public.items_facturas, public.movimientos_inventario IN SHARE ROW EXCLUSIVE MODE',
  );
  await client.query('SELECT fluxion.link_all_receipts()');
  const hasUnknown = (await client.query(unknownStores, [days])).rowCount !== 0;
  // It is what refuses unknown stores.
  if (anyProduct || hasUnknown) await client.query('SELECT fluxion.reconcile_masters()');
  // Lets the sums be written.
  await client.query(`SET LOCAL fluxion.bulk_load = 'on'`);
  for (const statement of statements) await client.query(statement, [days]);
  await client.query(`SET LOCAL fluxion.bulk_load = 'off'`);
}
