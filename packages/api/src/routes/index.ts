import { cargasRoutes } from './cargas/index.ts';
import { clasesRoutes } from './clases/index.ts';
import { consultaRoutes } from './consulta/index.ts';
import { cuentasRoutes } from './cuentas/index.ts';
import { estadoRoutes } from './estado/index.ts';
import { inventarioRoutes } from './inventario/index.ts';
import { pedidosRoutes } from './pedidos/index.ts';
import { ventasRoutes } from './ventas/index.ts';

/** Every route of the API. */
export const routes = [
  ...estadoRoutes,
  ...cuentasRoutes,
  ...ventasRoutes,
  ...clasesRoutes,
  ...inventarioRoutes,
  ...pedidosRoutes,
  ...cargasRoutes,
  ...consultaRoutes,
] as const;
