import type { Route } from '../../http/server-types.ts';
import { analisisRoutes } from './analisis/index.ts';
import { showEstadisticas } from './estadisticas.ts';
import { listVentas } from './list.ts';
import { tasasRoutes } from './tasas/index.ts';

export const ventasRoutes: readonly Route[] = [listVentas, showEstadisticas, ...analisisRoutes, ...tasasRoutes];
