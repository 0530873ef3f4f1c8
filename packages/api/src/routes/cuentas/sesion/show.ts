import { verSesion } from '@fluxion/contract';
import { factorState } from '@fluxion/engine/operations';
import { declare } from '../../../http/declare.ts';
import type { Route } from '../../../http/server-types.ts';

/** GET /sesion */
export const showSesion: Route = (app, services) => {
  declare(app, services, verSesion, 'signed in', async ({ ctx, request }) => ({
    usuario: ctx.actor,
    segundo_factor: await factorState({ ctx, input: { userId: ctx.actor.id } }),
    en_persona: request.principal?.inPerson === true,
  }));
};
