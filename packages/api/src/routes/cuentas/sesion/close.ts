import { cerrarSesion } from '@fluxion/contract';
import { closeSession } from '@fluxion/engine/operations';
import { clearSessionCookie, sessionCookie } from '../../../auth/session-cookie.ts';
import { declare } from '../../../http/declare.ts';
import type { Route } from '../../../http/server-types.ts';

/** DELETE /sesion : ends the browser's session, on the server too. */
export const closeSesion: Route = (app, services) => {
  declare(app, services, cerrarSesion, 'signed in', async ({ ctx, request, reply }) => {
    const session = request.cookies[sessionCookie];
    if (session !== undefined) await closeSession({ ctx: { db: services.pool }, input: { session } });
    clearSessionCookie({ request, reply }, services);
    await ctx.audit({ action: 'cerrar_sesion' });
    return null;
  });
};
