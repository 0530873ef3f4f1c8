import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { LogController, type FastifyBaseLogger } from 'fastify';
import { sendBadConnection } from '../problems/bad-connection.ts';
import { finishRequestsOnClose } from './draining.ts';
import { sendProblem } from '../problems/error-mapper.ts';
import { RequestProblem } from '../problems/problem.ts';
import type { Server } from './server-types.ts';
import { compileValidator, registerFormats } from '../requests/validator.ts';

export interface FrameworkOptions {
  readonly logger?: FastifyBaseLogger | undefined;
  /** Whose X-Forwarded-* headers are believed: addresses or networks, as Fastify's `trustProxy`. */
  readonly trustProxy?: readonly string[] | undefined;
  /** How long a server that is closed waits for the requests that run; 10 s unless told otherwise. */
  readonly drainingMs?: number | undefined;
}

const bodyLimitBytes = 64 * 1024;
/** A request whose headers and body take longer than this to arrive is dropped. */
const requestTimeoutMs = 30_000;

/** Fastify with our ways of validating, of naming requests and of answering errors, and nothing to answer yet. */
export function createFramework({ logger, trustProxy = ['loopback'], drainingMs = 10_000 }: FrameworkOptions): Server {
  registerFormats();
  const app = fastify({
    ...(logger === undefined ? {} : { loggerInstance: logger }),
    genReqId: () => crypto.randomUUID(),
    requestIdHeader: false,
    // One line of ours in the place of two.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    // Node would answer by itself, without a body.
    http: { requireHostHeader: false },
    trustProxy: [...trustProxy],
    frameworkErrors: sendProblem,
    clientErrorHandler: sendBadConnection,
    // Browsers hold connections open that they have not used yet: an ending server would wait for them for minutes.
    forceCloseConnections: true,
    return503OnClosing: false,
  }).withTypeProvider<TypeBoxTypeProvider>();
  finishRequestsOnClose(app, drainingMs);
  app.setValidatorCompiler(compileValidator);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler(() => {
    throw new RequestProblem('NOT_FOUND');
  });
  // Bodies are JSON or they are refused: a form of another site can send text, but not JSON.
  app.removeContentTypeParser('text/plain');
  return app;
}
