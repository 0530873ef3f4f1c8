export {
  Carga,
  CargasQuery,
  CargasResponse,
  DiaHuecos,
  HuecosQuery,
  HuecosResponse,
  Rechazo,
  RechazosQuery,
  RechazosResponse,
  RecuperarRequest,
  RecuperarResponse,
  TiendaHuecos,
  calendarLimit,
} from './cargas.ts';
export { HealthResponse, InicioResponse, ReadyResponse } from './estado.ts';
export { EstadisticasQuery, EstadisticasResponse, TotalesVenta, VentaDia, VentaTienda } from './estadisticas.ts';
export { pageLimits } from './pagination.ts';
export { Problem, ProblemField, problemTable, type ProblemCode } from './problem.ts';
export { Producto, ProductosQuery, ProductosResponse } from './productos.ts';
export { Rol, roles, SesionRequest, SesionResponse, Usuario } from './sesion.ts';
export { Ubicacion, UbicacionesResponse } from './ubicaciones.ts';
export { LineaVenta, VentasQuery, VentasResponse } from './ventas.ts';
