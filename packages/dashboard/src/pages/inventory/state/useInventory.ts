import { useMemo } from 'react';
import {
  type ChangeSearch,
  type Filters,
  useAddressSearch,
  useChangeSearch,
  useFilters,
} from '../../../hooks/index.ts';
import { type InventoryAddress, readInventory, stockQuery } from '../model/index.ts';

export interface InventoryState {
  readonly address: InventoryAddress;
  readonly filters: Filters;
  /** The filters as every question takes them. */
  readonly query: ReturnType<typeof stockQuery>;
  readonly change: ChangeSearch;
}

/** What is on screen: it lives in the address bar. */
export function useInventory(): InventoryState {
  const search = useAddressSearch();
  const address = useMemo(() => readInventory(search), [search]);
  const { filters } = useFilters();
  const query = useMemo(() => stockQuery(filters), [filters]);
  return { address, filters, query, change: useChangeSearch() };
}
