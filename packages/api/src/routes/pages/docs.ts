import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Server } from '../../http/server-types.ts';

const page = `<!doctype html>
<html lang="es">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Fluxion: API</title>
    <link rel="stylesheet" href="swagger-ui.css" />
    <script defer src="swagger-ui-bundle.js"></script>
    <script defer src="start.js"></script>
  </head>
  <body>
    <main id="api"></main>
  </body>
</html>
`;

/** A file of its own: the Content-Security-Policy lets no script stand in a page. */
const start = `SwaggerUIBundle({
  url: '../openapi.json', dom_id: '#api', deepLinking: true, filter: true, validatorUrl: null,
});
`;

/** The program's files. Its own plugin is not used: its routes say neither who may call them nor what they answer. */
const directory = join(dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui/package.json')), 'static');
const files = ['swagger-ui.css', 'swagger-ui-bundle.js'];

/** Serves the description of the API as a page under /docs/, for whoever is signed in. */
export function serveDocs(app: Server): void {
  const hidden = { config: { permission: 'signed in' }, schema: { hide: true } } as const;
  app.get('/docs', hidden, async (_request, reply) => reply.redirect('/docs/'));
  app.get('/docs/', hidden, async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/docs/start.js', hidden, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(start),
  );
  for (const file of files) {
    app.get(`/docs/${file}`, hidden, async (_request, reply) =>
      reply.header('cache-control', 'private, no-cache').sendFile(file, directory, { cacheControl: false }),
    );
  }
}
