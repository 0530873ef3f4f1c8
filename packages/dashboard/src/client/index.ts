export { isUnauthenticated } from './api.ts';
export { closeSession, fetchUser, openSession, type Credentials } from './session.ts';
export { fetchStatistics, type StatisticsQuery } from './statistics.ts';
export { ApiProblem } from '@fluxion/contract';
export type { EstadisticasResponse, TotalesVenta, Usuario, VentaDia, VentaTienda } from '@fluxion/contract';
