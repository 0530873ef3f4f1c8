import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Description } from '../sources/index.ts';

/** A store or distribution centre, as far as loading needs it. */
export interface KnownStore {
  readonly id: string;
  readonly codigo: string;
  /** IANA zone. */
  readonly zona_horaria: string;
}

/** What a store's zone is unless somebody says otherwise, as in ubicaciones. */
const usualZone = 'America/Caracas';

/** The length of ubicaciones.codigo. */
const codeLength = 10;

/** All stores, with the one that the description creates if it is not among them. */
export async function storesFor(pool: Pool, description: Description): Promise<readonly KnownStore[]> {
  const { rows } = await pool.query<KnownStore>('SELECT id, codigo, zona_horaria FROM public.ubicaciones');
  const created = createdStore(description, rows);
  return created ? [...rows, created] : rows;
}

/** Makes the store that the description names, flagged, if there is none of its id or code. @returns how many it made */
export async function ensureStore(pool: Pool, description: Description): Promise<number> {
  const { rows } = await pool.query<KnownStore>('SELECT id, codigo, zona_horaria FROM public.ubicaciones');
  const store = createdStore(description, rows);
  if (!store) return 0;
  const { rowCount } = await pool.query(
    `INSERT INTO public.ubicaciones (id, codigo, nombre, tipo, zona_horaria, es_provisional)
     VALUES ($1, $2, $1, 'tienda', $3, true) ON CONFLICT DO NOTHING`,
    [store.id, store.codigo, store.zona_horaria],
  );
  return rowCount ?? 0;
}

function createdStore(
  { store, createsStore, timezone }: Description,
  known: readonly KnownStore[],
): KnownStore | undefined {
  if (store === undefined || createsStore !== true) return undefined;
  if (known.some(({ id, codigo }) => id === store || codigo === store)) return undefined;
  const codigo =
    store.length <= codeLength ? store : createHash('sha256').update(store).digest('hex').slice(0, codeLength);
  return { id: store, codigo, zona_horaria: timezone ?? usualZone };
}
