import type { ClientBase } from 'pg';
import type { FeedName } from '../../sources/index.ts';

/** Locks the entry of a feed of master rows until the transaction ends; makes it if there is none. @returns its number */
export async function lockFeed(client: ClientBase, feed: FeedName): Promise<string> {
  await client.query(
    `INSERT INTO public.cargas (fuente) VALUES ($1) ON CONFLICT ON CONSTRAINT cargas_unidad_key DO NOTHING`,
    [feed],
  );
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM public.cargas WHERE fuente = $1 AND ubicacion_id IS NULL AND fecha IS NULL FOR UPDATE`,
    [feed],
  );
  return rows[0]?.id ?? '';
}
