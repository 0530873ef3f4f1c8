import type { Route } from '../../http/server-types.ts';
import { listAlertas, summarizeAlertas } from './alertas.ts';
import { showFrescura } from './frescura.ts';
import { listMovimientos } from './movimientos.ts';
import { productoRoutes } from './producto/index.ts';
import { listCategorias, searchProductos } from './productos.ts';
import { stockRoutes } from './stock/index.ts';
import { listUbicaciones } from './ubicaciones.ts';

export const inventarioRoutes: readonly Route[] = [
  listUbicaciones,
  searchProductos,
  listCategorias,
  ...productoRoutes,
  ...stockRoutes,
  listAlertas,
  summarizeAlertas,
  listMovimientos,
  showFrescura,
];
