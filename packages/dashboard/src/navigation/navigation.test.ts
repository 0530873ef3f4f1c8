import { describe, expect, test } from 'vitest';
import { hrefOf, keptSearch, pageAt, pageIds, pageList } from './index.ts';

describe('the pages of the menu', () => {
  test('are all there, once', () => {
    expect(pageList.map(({ id }) => id)).toEqual([...pageIds]);
    expect(new Set(pageList.map(({ path }) => path)).size).toBe(pageList.length);
  });

  test('are found by their address, and by those of what belongs to them', () => {
    expect(pageList.map(({ path }) => pageAt(path)?.id)).toEqual([...pageIds]);
    const of = (path: string) => pageAt(path)?.id;
    expect(['/pedidos/17', '/pedidos/nuevo', '/productos/P-1', '/perfil', '/ventasx'].map(of)).toEqual([
      'orders',
      'orders',
      'inventory',
      undefined,
      undefined,
    ]);
  });
});

test('filters go along where they mean the same', () => {
  const search = '?desde=2025-10-01&hasta=2025-10-31&tienda=T1&tienda=T2&moneda=USD&q=pan&ruta=x';
  const kept = Object.fromEntries(pageList.map((page) => [page.id, hrefOf(page.path, keptSearch(search, page))]));
  expect(kept).toMatchObject({
    summary: '/app/?desde=2025-10-01&hasta=2025-10-31&tienda=T1&tienda=T2&moneda=USD',
    inventory: '/app/inventario?tienda=T1&tienda=T2&moneda=USD',
    loads: '/app/cargas?tienda=T1&tienda=T2',
    query: '/app/consulta',
  });
});
