import type { OperationContext } from '../context.ts';
import { InvalidInput } from '../invalid-input.ts';
import { narrowStores } from '../store/narrow.ts';

/** The parameter of the dashboard's addresses that names stores. */
const storeParameter = 'tienda';

interface NamedStores {
  readonly ctx: OperationContext;
  /** A query string. */
  readonly parameters: string;
}

/**
 * The stores that a query string names, each once.
 *
 * @throws InvalidInput UNKNOWN_STORE for those that are not there or not the actor's
 */
export async function namedStores({ ctx, parameters }: NamedStores): Promise<readonly string[]> {
  const stores = [...new Set(new URLSearchParams(parameters).getAll(storeParameter))].filter((id) => id !== '');
  if (stores.length === 0) return stores;
  await narrowStores({ ctx, input: { stores } }).catch((error: unknown) => {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.faults.map((fault) => ({ ...fault, field: 'parametros' })));
  });
  return stores;
}
