import type { Route } from '../../../http/server-types.ts';
import { listClases } from './clases.ts';
import { showSerie } from './serie.ts';
import { showProducto } from './show.ts';

export const productoRoutes: readonly Route[] = [showProducto, showSerie, listClases];
