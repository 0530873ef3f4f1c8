import type { ClientBase } from 'pg';
import type { MasterCounts } from './master-load.ts';
import type { MasterTable } from './master-table.ts';
import { acceptedRows } from './resolved-rows.ts';
import type { WrittenColumn } from './written-columns.ts';

type Changes = Pick<MasterCounts, 'inserted' | 'changed'>;

/** Writes the rows that are new or differ, and what has to come before them. */
export async function writeRows(
  client: ClientBase,
  table: MasterTable,
  columns: readonly WrittenColumn[],
): Promise<Changes & Pick<MasterCounts, 'placeholders'>> {
  const placeholders = table.namesProducts ? await addNamedProducts(client) : 0;
  if (table.placeholdersCedeCodes) await cedeCodes(client);
  const changes = await (table.onlyUpdates ? updateRows : putRows)(client, table, columns);
  return { ...changes, placeholders };
}

/** Products that rows name are made, flagged, where the catalogue lacks them. */
async function addNamedProducts(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ made: number }>(
    `SELECT fluxion.insert_placeholder_products(ARRAY(SELECT DISTINCT r.producto_id FROM ${acceptedRows}
       AND NOT EXISTS (SELECT FROM public.productos AS p WHERE p.id = r.producto_id))) AS made`,
  );
  return rows[0]?.made ?? 0;
}

/**
 * A placeholder has its id as its code, which a product with another id may have in the catalogue. It then gets the code that
 * it would have got if the product had come first.
 */
async function cedeCodes(client: ClientBase): Promise<void> {
  await client.query(
    `UPDATE public.productos AS p SET codigo = 'PROV-' || md5(p.id)
     FROM (SELECT r.id, r.codigo FROM ${acceptedRows}) AS r
     WHERE p.codigo = r.codigo AND p.id <> r.id AND p.es_provisional`,
  );
}

/** In the order of the key, so that two writers wait for each other, not for ever. */
async function putRows(
  client: ClientBase,
  { name, key }: MasterTable,
  columns: readonly WrittenColumn[],
): Promise<Changes> {
  const keys = key.map(({ column }) => column).join(', ');
  const names = [keys, ...columns.map((column) => column.name)].join(', ');
  const sets = columns.map((column) => `${column.name} = EXCLUDED.${column.name}`).join(', ');
  const { rows } = await client.query<Changes>(
    `WITH written AS (
       INSERT INTO public.${name} (${names}) SELECT ${names} FROM ${acceptedRows} AND NOT r.unchanged ORDER BY ${keys}
       ON CONFLICT (${keys}) DO ${sets === '' ? 'NOTHING' : `UPDATE SET ${sets}`}
       -- A row that was there has been locked by this transaction before it was changed.
       RETURNING xmax = 0 AS inserted)
     SELECT count(*) FILTER (WHERE inserted)::int AS inserted, count(*) FILTER (WHERE NOT inserted)::int AS changed FROM written`,
  );
  return rows[0] ?? { inserted: 0, changed: 0 };
}

async function updateRows(
  client: ClientBase,
  { name, key }: MasterTable,
  columns: readonly WrittenColumn[],
): Promise<Changes> {
  const { rowCount } = await client.query(
    `UPDATE public.${name} AS t SET ${columns.map((column) => `${column.name} = r.${column.name}`).join(', ')}
     FROM ${acceptedRows} AND NOT r.unchanged AND ${key.map(({ column }) => `t.${column} = r.${column}`).join(' AND ')}`,
  );
  return { inserted: 0, changed: rowCount ?? 0 };
}
