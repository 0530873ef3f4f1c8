import { useSyncExternalStore } from 'react';

/** Sent after pushState, which fires no event itself; back and forward fire `popstate`. */
const CHANGED = 'fluxion:address';

function subscribe(callback: () => void): () => void {
  addEventListener('popstate', callback);
  addEventListener(CHANGED, callback);
  return () => {
    removeEventListener('popstate', callback);
    removeEventListener(CHANGED, callback);
  };
}

/** The query string of the address bar (`?...` or empty), kept up to date. */
export function useAddressSearch(): string {
  return useSyncExternalStore(subscribe, () => location.search);
}

/** Puts a query string into the address bar as a new entry of the history; nothing if it is there already. */
export function pushAddressSearch(search: string): void {
  if (search === location.search) return;
  history.pushState(null, '', `${location.pathname}${search}${location.hash}`);
  dispatchEvent(new Event(CHANGED));
}
