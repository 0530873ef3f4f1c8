import { useMemo } from 'react';
import { useAsk, useFilters } from '../../hooks/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Choice } from './Choice.tsx';
import { listState } from './list-state.ts';
import { words } from './texts.ts';

/** Which stores are on screen. */
export function StoreFilter() {
  const texts = useTexts(words);
  const { filters, change } = useFilters();
  const stores = useAsk('listarUbicaciones', {});
  const rows = stores.data?.body.datos;
  const items = useMemo(
    () =>
      (rows ?? []).map(({ id, nombre, codigo, ciudad }) => ({
        id,
        name: nombre,
        hint: [codigo, ciudad].filter(Boolean).join(' · '),
      })),
    [rows],
  );
  const single = items.find(({ id }) => id === filters.stores[0])?.name ?? filters.stores[0] ?? null;
  return (
    <Choice
      label={texts.stores}
      all={texts.allStores}
      single={single}
      searchLabel={texts.searchStores}
      items={items}
      selected={filters.stores}
      state={listState(stores)}
      onChange={(selected, options) => change({ stores: selected }, options)}
    />
  );
}
