import { authenticateRequests } from './auth/authenticate.ts';
import { prepareAnswers } from './http/answers.ts';
import { createFramework, type FrameworkOptions } from './http/framework.ts';
import { describeApi } from './openapi/document.ts';
import { enforceRouteRules } from './http/route-rules.ts';
import type { Server, Services } from './http/server-types.ts';
import { operate, type OperatingOptions } from './operating/operate.ts';
import { declareRoutes } from './routes/declare-routes.ts';

export interface ServerOptions extends Services, FrameworkOptions, OperatingOptions {
  /** Sees the server before it has hooks and routes: tests check its answers. */
  readonly watch?: ((app: Server) => void) | undefined;
}

/**
 * The HTTP server with all its routes, ready and not yet listening. The pool stays the caller's: closing the server
 * finishes the requests that run and leaves the pool open.
 *
 * @throws Error if a route declares no permission or no schema
 */
export async function createServer(options: ServerOptions): Promise<Server> {
  const app = createFramework(options);
  options.watch?.(app);
  const refuseOtherMethods = enforceRouteRules(app);
  await prepareAnswers(app);
  await describeApi(app, options.version);
  const { services, afterSignIn } = await operate(app, options);
  await authenticateRequests(app, options.pool);
  afterSignIn(app);
  await declareRoutes(app, services);
  refuseOtherMethods();
  await app.ready();
  return app;
}
