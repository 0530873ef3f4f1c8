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
  const categories = useAsk('verVentasPorCategoria', {});
  const rows = categories.data?.body.datos;
  const items = useMemo(() => {
    const names = new Set((rows ?? []).flatMap(({ categoria }) => (categoria === null ? [] : [categoria])));
    return [...names].toSorted((left, right) => left.localeCompare(right)).map((name) => ({ id: name, name }));
  }, [rows]);
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
