import { extname } from 'node:path';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { Server } from '../../http/server-types.ts';

const shell = 'index.html';
const hidden = { config: { permission: 'public' }, schema: { hide: true } } as const;

/** Names with a hash of their content never change: they are kept for good. Everything else is asked for again. */
function sendDashboardFile(reply: FastifyReply, path: string): FastifyReply {
  if (path.startsWith('assets/')) return reply.sendFile(path, { maxAge: '1y', immutable: true });
  return reply.header('cache-control', 'no-cache').sendFile(path, { cacheControl: false });
}

/**
 * Serves the built dashboard under /app/. It is public: the page that signs in must load before anybody has, and holds no
 * data. A path without a file's ending is a view of the page, which its own router opens.
 */
export function servePanel(app: Server): void {
  app.get('/app', hidden, async (_request, reply) => reply.redirect('/app/'));
  app.get(
    '/app/*',
    { ...hidden, schema: { ...hidden.schema, params: Type.Object({ '*': Type.String() }) } },
    async (request, reply) => {
      const path = request.params['*'];
      return sendDashboardFile(reply, extname(path) === '' ? shell : path);
    },
  );
}
