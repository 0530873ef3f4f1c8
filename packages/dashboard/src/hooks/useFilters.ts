import { useCallback, useMemo } from 'react';
import { useAddressSearch, useChangeSearch } from './useAddress.ts';

/** What is on screen beside the range: it lives in the address bar. An empty list means all. */
export interface Filters {
  readonly stores: readonly string[];
  readonly categories: readonly string[];
  readonly products: readonly string[];
  /** Words to find products by. */
  readonly text: string;
}

/** Their names in the address, in the order of `Filters`. */
const names = { stores: 'tienda', categories: 'categoria', products: 'producto', text: 'q' } as const;

export interface FiltersState {
  readonly filters: Filters;
  readonly change: (patch: Partial<Filters>, options?: { readonly replace?: boolean }) => void;
}

function readFilters(search: string): Filters {
  const parameters = new URLSearchParams(search);
  const list = (name: string) => [...new Set(parameters.getAll(name).filter((value) => value !== ''))];
  return {
    stores: list(names.stores),
    categories: list(names.categories),
    products: list(names.products),
    text: parameters.get(names.text) ?? '',
  };
}

export function filtersPatch(filters: Partial<Filters>): Record<string, string | readonly string[] | null> {
  const { text, ...lists } = filters;
  const patch: Record<string, string | readonly string[] | null> = {};
  if (text !== undefined) patch[names.text] = text === '' ? null : text;
  for (const name of ['stores', 'categories', 'products'] as const) {
    const values = lists[name];
    if (values !== undefined) patch[names[name]] = values.length === 0 ? null : values;
  }
  return patch;
}

/** The parameters that the API takes for these filters; what is not filtered is left out. */
export function filterQuery({ stores, categories, products, text }: Filters) {
  return {
    ...(stores.length === 0 ? {} : { ubicacion_id: [...stores] }),
    ...(categories.length === 0 ? {} : { categoria: [...categories] }),
    ...(products.length === 0 ? {} : { producto_id: [...products] }),
    ...(text.trim() === '' ? {} : { q: text.trim() }),
  };
}

export function useFilters(): FiltersState {
  const search = useAddressSearch();
  const filters = useMemo(() => readFilters(search), [search]);
  const changeSearch = useChangeSearch();
  const change = useCallback<FiltersState['change']>(
    (patch, options) => changeSearch(filtersPatch(patch), options),
    [changeSearch],
  );
  return { filters, change };
}
