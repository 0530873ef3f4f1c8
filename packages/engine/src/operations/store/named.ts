import { FluxionError } from '../../base/index.ts';
import type { AnonymousContext } from '../context.ts';

/**
 * The id of the store that a person names by its id or its codigo.
 *
 * @throws FluxionError NOT_FOUND
 */
export async function storeNamed({ db }: AnonymousContext, name: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM ubicaciones WHERE $1 IN (id, codigo) ORDER BY id = $1 DESC LIMIT 1',
    [name],
  );
  const [store] = rows;
  if (store === undefined)
    throw new FluxionError('NOT_FOUND', `There is no store "${name}", neither by id nor by code.`);
  return store.id;
}
