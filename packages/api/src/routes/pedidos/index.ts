import type { Route } from '../../http/server-types.ts';
import { listHistorial } from './history.ts';
import { listPedidos } from './list.ts';
import { listLineas, showPedido } from './show.ts';
import { listOrigenes, suggestLineas } from './sources.ts';
import { createPedido, editPedido, movePedido } from './write.ts';

export const pedidosRoutes: readonly Route[] = [
  listPedidos,
  createPedido,
  showPedido,
  editPedido,
  listLineas,
  movePedido,
  listHistorial,
  listOrigenes,
  suggestLineas,
];
