import { buscarProductos, listarCategorias } from '../productos.ts';
import { listarUbicaciones } from '../ubicaciones.ts';
import { listarAlertas, resumirAlertas } from './alertas.ts';
import { verFrescura } from './frescura.ts';
import { listarMovimientos } from './movimientos.ts';
import { listarClasesProducto, verSerieProducto } from './producto-historia.ts';
import { verProducto } from './producto.ts';
import { stockEndpoints } from './stock/index.ts';

export { Alertas, listarAlertas, ResumenAlertas, resumirAlertas } from './alertas.ts';
export { rankingLimits } from './filters.ts';
export { Frescuras, verFrescura } from './frescura.ts';
export { listarMovimientos, Movimientos } from './movimientos.ts';
export {
  HistoriaClases,
  limitesSerie,
  listarClasesProducto,
  SerieProducto,
  verSerieProducto,
} from './producto-historia.ts';
export { HistoriaProducto, verProducto } from './producto.ts';
export * from './stock/index.ts';

/** By operationId. */
export const inventarioEndpoints = {
  listarUbicaciones,
  buscarProductos,
  listarCategorias,
  verProducto,
  verSerieProducto,
  listarClasesProducto,
  ...stockEndpoints,
  listarAlertas,
  resumirAlertas,
  listarMovimientos,
  verFrescura,
} as const;
