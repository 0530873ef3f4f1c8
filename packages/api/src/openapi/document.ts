import swagger from '@fastify/swagger';
import { Problem } from '@fluxion/contract';
import type { FastifyInstance } from 'fastify';
import { sessionCookie } from '../auth/session-cookie.ts';
import { describeOperation } from './operation.ts';

const guide = `Ventas, inventario y pedidos de una cadena de tiendas.

- **Decimales**: importes y cantidades son decimales exactos, como texto; nunca números de coma flotante.
- **Fechas**: \`fecha\` es el día comercial de la tienda, en su propia zona horaria; los instantes van en UTC.
- **Páginas**: una lista da \`siguiente\`; se envía como \`cursor\` para pedir la página que sigue, hasta que es \`null\`.
- **Formatos**: toda tabla se pide también entera en NDJSON, CSV, CSV para Excel, XLSX, Parquet o Arrow, con \`formato\` o con la cabecera \`Accept\`.
- **Frescura**: una respuesta analítica incluye todo lo confirmado antes de preguntar, y dice en sus cabeceras qué motor la dio y a qué momento corresponde.
- **Problemas**: todo error es \`application/problem+json\` con un \`codigo\` de una tabla cerrada y el \`id_solicitud\` de los registros.
- **Tiendas**: quien solo ve algunas tiendas no recibe, ni en cuentas, nada de las demás.`;

/** Describes every route declared after this call as OpenAPI 3.1, from the very schemas that the server works with. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  app.addSchema({ $id: 'Problem', ...Problem });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Fluxion',
        version,
        description: guide,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'Una clave de API, fx_….' },
          sesion: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: 'La sesión del navegador.' },
        },
      },
      security: [{ token: [] }, { sesion: [] }],
    },
    transform: describeOperation,
    refResolver: { buildLocalReference: (schema, _base, _fragment, index) => String(schema.$id ?? `schema-${index}`) },
  });
}
