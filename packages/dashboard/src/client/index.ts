export { isUnauthenticated, RequestFailure, type FailureDetails, type FailureKind } from './errors.ts';
export { closeSession, fetchUser, openSession } from './session.ts';
export { fetchStatistics, type StatisticsQuery } from './statistics.ts';
export type { EstadisticasResponse, TotalesVenta, Usuario, VentaDia, VentaTienda } from '@fluxion/contract';
