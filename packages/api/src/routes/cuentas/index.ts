import type { Route } from '../../http/server-types.ts';
import { sesionRoutes } from './sesion/index.ts';

export const cuentasRoutes: readonly Route[] = [...sesionRoutes];
