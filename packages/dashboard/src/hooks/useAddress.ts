import { useLocation, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { patchSearch, type SearchPatch } from '../navigation/index.ts';

/** The query string of the address bar (`?…` or empty), kept up to date. */
export function useAddressSearch(): string {
  return useLocation({ select: ({ searchStr }) => searchStr });
}

/**
 * Changes parameters of the address bar; a new entry of the history unless told to replace the present one. The page stays
 * scrolled where it is: what was changed is there, not at the page's top.
 */
export type ChangeSearch = (patch: SearchPatch, options?: { readonly replace?: boolean }) => void;

export function useChangeSearch(): ChangeSearch {
  const router = useRouter();
  return useCallback(
    (patch, { replace = false } = {}) => {
      const { pathname, search } = router.history.location;
      const next = patchSearch(search, patch);
      if (next === search) return;
      void router.navigate({ href: `${pathname}${next}`, replace, resetScroll: false });
    },
    [router],
  );
}
