import type { Route } from '../../http/server-types.ts';
import { listUbicaciones } from './list-ubicaciones.ts';
import { searchProductos } from './search-productos.ts';

export const inventarioRoutes: readonly Route[] = [listUbicaciones, searchProductos];
