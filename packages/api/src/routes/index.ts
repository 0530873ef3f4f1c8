import type { Route } from '../http/server-types.ts';
import { cargasRoutes } from './cargas/index.ts';
import { estadoRoutes } from './estado/index.ts';
import { showEstadisticas } from './estadisticas/show.ts';
import { searchProductos } from './productos/search.ts';
import { sesionRoutes } from './sesion/index.ts';
import { listUbicaciones } from './ubicaciones/list.ts';
import { listVentas } from './ventas/list.ts';

/** Every route of the API. */
export const routes: readonly Route[] = [
  ...estadoRoutes,
  ...sesionRoutes,
  listUbicaciones,
  searchProductos,
  listVentas,
  showEstadisticas,
  ...cargasRoutes,
];
