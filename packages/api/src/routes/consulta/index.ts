import type { Route } from '../../http/server-types.ts';

export const consultaRoutes: readonly Route[] = [];
