import type { Server, Services } from '../http/server-types.ts';
import { routes } from './index.ts';
import { servePages } from './pages/index.ts';

/** Gives the server all that it answers: the API's endpoints, the dashboard and the page of the description. */
export async function declareRoutes(app: Server, services: Services): Promise<void> {
  for (const declare of routes) declare(app, services);
  await servePages(app, services);
}
