import { useDeferredValue, useMemo, useState } from 'react';
import { useAsk, useFilters } from '../../hooks/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Choice } from './Choice.tsx';
import { listState } from './list-state.ts';
import { words } from './texts.ts';

/** Products that fit on a list that a person reads. */
const LISTED = 50;

/** Which products are on screen. The catalogue is too long to list: the server finds them by what is typed. */
export function ProductFilter() {
  const texts = useTexts(words);
  const { filters, change } = useFilters();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useAsk('buscarProductos', { query: { limite: LISTED, ...(wanted === '' ? {} : { q: wanted }) } });
  const rows = found.data?.body.datos;
  const items = useMemo(
    () => (rows ?? []).map(({ id, descripcion, codigo }) => ({ id, name: descripcion, hint: codigo })),
    [rows],
  );
  const [only = ''] = filters.products;
  const product = useAsk('verProducto', { params: { id: only } }, { enabled: filters.products.length === 1 });
  const single = filters.products.length === 1 ? (product.data?.body.producto.descripcion ?? only) : null;
  return (
    <Choice
      label={texts.products}
      all={texts.allProducts}
      single={filters.products.length === 0 ? '' : single}
      searchLabel={texts.searchProducts}
      items={items}
      selected={filters.products}
      state={listState(found)}
      search={{ text, onText: setText }}
      onChange={(selected, options) => change({ products: selected }, options)}
    />
  );
}
