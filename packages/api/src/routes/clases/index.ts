import type { Route } from '../../http/server-types.ts';

export const clasesRoutes: readonly Route[] = [];
