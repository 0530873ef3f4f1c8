import type { Pool } from 'pg';
import { FluxionError, nearest } from '../../base/index.ts';
import { feeds, type AskedStore, type Source } from '../../sources/index.ts';

/**
 * The stores that a source is to be asked for, by codigo: those of the source, or just those that are wanted of them, by id or
 * codigo. Of a feed that is not of one store: undefined, once.
 * @throws FluxionError INVALID_INPUT for a store that is not there, or not the source's
 */
export async function askedStores(
  pool: Pool,
  { name, feed, stores }: Source,
  wanted: readonly string[] | undefined,
): Promise<readonly (AskedStore | undefined)[]> {
  if (feeds[feed].unit === 'row') return [undefined];
  const { rows } = await pool.query<AskedStore & { readonly usual: boolean }>(
    `SELECT id, codigo, tipo = 'tienda' AND activo IS NOT FALSE AS usual FROM public.ubicaciones ORDER BY codigo`,
  );
  const { only } = stores;
  const own =
    only === undefined
      ? rows.filter(({ usual }) => usual)
      : only.map((store) => found(store, rows, `the source ${name} names`));
  if (wanted === undefined) return own;
  return wanted.map((store) => {
    const one = found(store, rows, 'you name');
    if (own.includes(one)) return one;
    throw new FluxionError('INVALID_INPUT', `the source ${name} is not asked for the store ${store}`);
  });
}

function found<Store extends AskedStore>(wanted: string, stores: readonly Store[], who: string): Store {
  const store = stores.find(({ id }) => id === wanted) ?? stores.find(({ codigo }) => codigo === wanted);
  if (store !== undefined) return store;
  const guess = nearest(
    wanted,
    stores.flatMap(({ id, codigo }) => [id, codigo]),
  );
  const hint = guess === undefined ? '' : `; did you mean ${guess}?`;
  throw new FluxionError('INVALID_INPUT', `${who} the store ${wanted}, which is not in ubicaciones${hint}`);
}
