import type { Route } from '../../http/server-types.ts';
import { showMatrix } from './matrix.ts';
import { classifyProducts } from './products.ts';

export const clasesRoutes: readonly Route[] = [classifyProducts, showMatrix];
