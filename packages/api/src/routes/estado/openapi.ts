import { openapi } from '@fluxion/contract';
import { declare } from '../../http/declare.ts';
import type { Route } from '../../http/server-types.ts';

/** GET /openapi.json : the API's own description. It needs a sign-in, as everything does that is not a health check. */
export const showOpenapi: Route = (app, services) =>
  declare(app, services, openapi, 'signed in', async () => ({ ...app.swagger() }));
