import { useCallback } from 'react';
import { useAddressSearch } from '../../../hooks/index.ts';
import { BASE, patchSearch, type SearchPatch } from '../../../navigation/index.ts';

/** Where the lists stand on the page. */
export const LISTS = 'listas';

/** The address of this page with something of it changed; `anchor` is the part of the page that is brought into sight. */
export function useHere(): (patch: SearchPatch, anchor?: string) => string {
  const search = useAddressSearch();
  return useCallback(
    (patch, anchor) => `${BASE}/inventario${patchSearch(search, patch)}${anchor === undefined ? '' : `#${anchor}`}`,
    [search],
  );
}
