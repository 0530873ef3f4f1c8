import type { Route } from '../../http/server-types.ts';

export const pedidosRoutes: readonly Route[] = [];
