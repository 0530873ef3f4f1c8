import type { Rol } from '../client/index.ts';
import { parseSearch, type Search } from './search.ts';

/** A page of the menu. */
export interface PageEntry {
  readonly id: PageId;
  /** Below `/app`. */
  readonly path: string;
  /** From this role upwards. */
  readonly role: Rol;
  /** Filters that mean the same there: who goes there from another page takes them along. */
  readonly keeps: readonly string[];
}

export const pageIds = [
  'summary',
  'sales',
  'inventory',
  'classes',
  'orders',
  'loads',
  'query',
  'administration',
] as const;
export type PageId = (typeof pageIds)[number];

const stores = ['tienda', 'categoria', 'moneda'];
const days = ['desde', 'hasta', 'periodo'];

/** The pages of the menu, in its order. */
export const pageList: readonly PageEntry[] = [
  { id: 'summary', path: '/', role: 'visualizador', keeps: [...days, ...stores] },
  { id: 'sales', path: '/ventas', role: 'visualizador', keeps: [...days, ...stores] },
  { id: 'inventory', path: '/inventario', role: 'visualizador', keeps: stores },
  { id: 'classes', path: '/clases', role: 'visualizador', keeps: stores },
  { id: 'orders', path: '/pedidos', role: 'visualizador', keeps: ['tienda', 'moneda'] },
  { id: 'loads', path: '/cargas', role: 'visualizador', keeps: ['tienda'] },
  { id: 'query', path: '/consulta', role: 'gerente_general', keeps: [] },
  { id: 'administration', path: '/administracion', role: 'super_admin', keeps: [] },
];

/**
 * The page of the menu that an address belongs to: an order's belongs to the orders, a product's to the inventory.
 *
 * @param path below the dashboard's
 */
export function pageAt(path: string): PageEntry | undefined {
  const belongsTo = (room: string) => path === room || path.startsWith(`${room}/`);
  if (path === '/' || path === '') return pageList[0];
  if (belongsTo('/productos')) return pageList.find(({ id }) => id === 'inventory');
  return pageList.find((page) => page.path !== '/' && belongsTo(page.path));
}

/** The filters of the address that hold on another page, too. */
export function keptSearch(search: string, { keeps }: PageEntry): Search {
  return Object.fromEntries(Object.entries(parseSearch(search)).filter(([name]) => keeps.includes(name)));
}
