import type { Rol } from '../client/index.ts';

/** A page of the menu. */
export interface PageEntry {
  readonly id: PageId;
  /** Below `/app`. */
  readonly path: string;
  /** From this role upwards. */
  readonly role: Rol;
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

/** The pages of the menu, in its order. */
export const pageList: readonly PageEntry[] = [
  { id: 'summary', path: '/', role: 'visualizador' },
  { id: 'sales', path: '/ventas', role: 'visualizador' },
  { id: 'inventory', path: '/inventario', role: 'visualizador' },
  { id: 'classes', path: '/clases', role: 'visualizador' },
  { id: 'orders', path: '/pedidos', role: 'visualizador' },
  { id: 'loads', path: '/cargas', role: 'visualizador' },
  { id: 'query', path: '/consulta', role: 'gerente_general' },
  { id: 'administration', path: '/administracion', role: 'super_admin' },
];
