import swagger from '@fastify/swagger';
import { Problem } from '@fluxion/contract';
import type { FastifyInstance } from 'fastify';
import { sessionCookie } from '../auth/session-cookie.ts';

/** Describes every route declared after this call as OpenAPI 3.1, from the very schemas that the server works with. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  app.addSchema({ $id: 'Problem', ...Problem });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Fluxion',
        version,
        description:
          'Ventas e inventario de una cadena de tiendas. Importes y cantidades son decimales exactos, como texto.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'Un token de API, fx_….' },
          sesion: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: 'La sesión del navegador.' },
        },
      },
      security: [{ token: [] }, { sesion: [] }],
    },
    refResolver: { buildLocalReference: (schema, _base, _fragment, index) => String(schema.$id ?? `schema-${index}`) },
  });
}
