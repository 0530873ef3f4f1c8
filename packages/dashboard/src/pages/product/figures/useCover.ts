import { useAsk } from '../../../hooks/index.ts';
import { useScope } from '../state/index.ts';

/** More stores than a chain has. */
const ALL_STORES = 1000;

/** How long the product lasts in each store. */
export function useCover() {
  const { id, storesQuery } = useScope();
  return useAsk('medirCobertura', { query: { ...storesQuery, producto_id: [id], limite: ALL_STORES } });
}
