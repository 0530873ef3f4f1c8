import { useLocation, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { patchSearch, type SearchPatch } from '../navigation/index.ts';

/** The query string of the address bar (`?…` or empty), kept up to date. */
export function useAddressSearch(): string {
  return useLocation({ select: ({ searchStr }) => searchStr });
}

/** Changes parameters of the address bar; a new entry of the history unless told to replace the present one. */
export type ChangeSearch = (patch: SearchPatch, options?: { readonly replace?: boolean }) => void;

export function useChangeSearch(): ChangeSearch {
  const { history } = useRouter();
  return useCallback(
    (patch, { replace = false } = {}) => {
      const { pathname, search, hash } = history.location;
      const next = patchSearch(search, patch);
      if (next === search) return;
      history[replace ? 'replace' : 'push'](`${pathname}${next}${hash}`);
    },
    [history],
  );
}
