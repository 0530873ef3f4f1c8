import { createHash } from 'node:crypto';
import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import { keepAnswers } from '../context/kept-answers.ts';

const compressFromBytes = 1024;
const ownFilesOnly = ["'self'"];

/** The one style element that the dashboard's components (react-aria's usePress) put into the page by themselves. */
const pressableStyle = `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`;
const pressableHash = `'sha256-${createHash('sha256').update(pressableStyle).digest('base64')}'`;

const protect = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ownFilesOnly,
      styleSrc: [...ownFilesOnly, pressableHash],
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: [...ownFilesOnly, 'data:'],
      fontSrc: ownFilesOnly,
      connectSrc: ownFilesOnly,
      manifestSrc: ownFilesOnly,
      baseUri: ["'none'"],
      formAction: ownFilesOnly,
      frameAncestors: ["'none'"],
    },
  },
  frameguard: { action: 'deny' },
  // Only for this host: what else is served under its domain is not ours to decide.
  strictTransportSecurity: { includeSubDomains: false },
  referrerPolicy: { policy: 'no-referrer' },
});

/** The headers that defend a browser. They are the same for all answers, so they are made once. */
function defendingHeaders(): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  protect(request, response, () => {});
  return { ...response.getHeaders() };
}

/**
 * What every answer has: compression, the request's id, and the headers that defend a browser. Scripts come from our own
 * files alone, never from a page's text; styles likewise, except for style attributes (the chart's tooltips have them).
 */
export async function prepareAnswers(app: FastifyInstance): Promise<void> {
  const headers = defendingHeaders();
  // What a person may see is nobody else's: files that may be kept say so themselves.
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...headers, 'cache-control': 'no-store', 'x-request-id': request.id });
  });
  // Before they are compressed.
  keepAnswers(app);
  await app.register(compress, { threshold: compressFromBytes });
}
