import { useMemo } from 'react';
import { useAsk, useFilters } from '../../hooks/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Choice } from './Choice.tsx';
import { listState } from './list-state.ts';
import { words } from './texts.ts';

/** Which categories are on screen. */
export function CategoryFilter() {
  const texts = useTexts(words);
  const { filters, change } = useFilters();
  const categories = useAsk('listarCategorias', {});
  const rows = categories.data?.body.datos;
  const items = useMemo(() => (rows ?? []).map(({ categoria }) => ({ id: categoria, name: categoria })), [rows]);
  return (
    <Choice
      label={texts.categories}
      all={texts.allCategories}
      single={filters.categories[0] ?? null}
      searchLabel={texts.searchCategories}
      items={items}
      selected={filters.categories}
      state={listState(categories)}
      onChange={(selected, options) => change({ categories: selected }, options)}
    />
  );
}
