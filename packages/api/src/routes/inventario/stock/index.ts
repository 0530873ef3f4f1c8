import type { Route } from '../../../http/server-types.ts';
import { showCobertura } from './cobertura.ts';
import { listStock } from './list.ts';
import { listQuiebres } from './quiebres.ts';
import { summarizeStock } from './resumen.ts';
import { listSinMovimiento } from './sin-movimiento.ts';
import { valueStock } from './valor.ts';

export const stockRoutes: readonly Route[] = [
  listStock,
  summarizeStock,
  valueStock,
  showCobertura,
  listSinMovimiento,
  listQuiebres,
];
