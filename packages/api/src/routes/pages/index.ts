import fastifyStatic from '@fastify/static';
import type { Server, Services } from '../../http/server-types.ts';
import { serveDocs } from './docs.ts';
import { servePanel } from './panel.ts';

/** Serves what people see in a browser: the dashboard, and the description of the API. */
export async function servePages(app: Server, { dashboardDirectory }: Services): Promise<void> {
  await app.register(fastifyStatic, { root: dashboardDirectory, serve: false, dotfiles: 'ignore' });
  servePanel(app);
  serveDocs(app);
}
