import { UbicacionesResponse } from '@fluxion/contract';
import { listStores } from '@fluxion/engine/operations';
import { requestContext } from '../../context/request-context.ts';
import type { Route } from '../../http/server-types.ts';

/** GET /ubicaciones */
export const listUbicaciones: Route = (app, services) => {
  app.get(
    '/ubicaciones',
    {
      config: { permission: 'signed in' },
      schema: {
        operationId: 'listarUbicaciones',
        summary: 'Tiendas y centros de distribución que usted puede consultar',
        tags: ['ubicaciones'],
        response: { 200: UbicacionesResponse },
      },
    },
    async (request, reply) => {
      const stores = await listStores({ ctx: requestContext(services, request, reply) });
      return { datos: [...stores] };
    },
  );
};
