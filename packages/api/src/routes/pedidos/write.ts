import { cambiarPedido, crearPedido, moverPedido } from '@fluxion/contract';
import { createOrders, editOrder, moveOrder, type WantedOrder } from '@fluxion/engine/operations';
import { declare } from '../../http/declare.ts';
import { inBatches } from '../../http/in-batches.ts';
import type { Route } from '../../http/server-types.ts';
import { knownVersion, tellVersion } from './etag.ts';
import { written } from './refusals.ts';

/** Whoever may write any order; what each may do with which is the operations' to say. */
const permission = 'gerente_tienda';

/** Two statements, so that one that waits for a lock holds up no others but those that share it. */
const statements = { most: 50, atOnce: 2 } as const;

/** POST /pedidos */
export const createPedido: Route = (app, services) => {
  // By statements of several callers: once its statement runs, an order is written also if its own caller has left.
  const create = inBatches(
    (input: readonly WantedOrder[]) => createOrders({ ctx: { db: services.pool }, input }),
    statements,
  );
  declare(app, services, crearPedido, permission, async ({ ctx, body, request, reply }) => {
    const { lineas = [], ubicacion_id, ubicacion_origen_id = null, proveedor_id = null, ...rest } = body;
    const { fecha_entrega = null, observaciones = null } = rest;
    const header = { ubicacion_id, ubicacion_origen_id, proveedor_id, fecha_entrega, observaciones };
    const key = request.headers['idempotency-key'];
    const wanted = { by: ctx, header, lines: lineas, key: typeof key === 'string' ? key : undefined };
    const order = written(await create(wanted, ctx.signal));
    tellVersion(reply, order.version);
    reply.header('location', `/pedidos/${order.id}`);
    return order;
  });
};

/** PATCH /pedidos/:id */
export const editPedido: Route = (app, services) => {
  declare(app, services, cambiarPedido, permission, async ({ ctx, params, body, request, reply }) => {
    const version = knownVersion(request);
    const order = written(await editOrder({ ctx, input: { id: params.id, version, changes: body } }));
    tellVersion(reply, order.version);
    return order;
  });
};

/** POST /pedidos/:id/estado */
export const movePedido: Route = (app, services) => {
  declare(app, services, moverPedido, permission, async ({ ctx, params, body, request, reply }) => {
    const { estado: to, motivo: reason } = body;
    const order = written(
      await moveOrder({ ctx, input: { id: params.id, version: knownVersion(request), to, reason } }),
    );
    tellVersion(reply, order.version);
    return order;
  });
};
