import { usarEnlace } from '@fluxion/contract';
import { useLink } from '@fluxion/engine/operations';
import { declarePublic } from '../../../http/declare.ts';
import type { Route } from '../../../http/server-types.ts';
import { answerSignIn, browserOf, factorContext } from './answer.ts';

/** POST /sesion/enlace */
export const useEnlace: Route = (app, services) => {
  declarePublic(app, usarEnlace, async ({ body, request, reply }) => {
    const { enlace: link, clave: password, codigo: code } = body;
    const input = { link, password, code, browser: browserOf(request) };
    const result = await useLink({ ctx: factorContext(services), input });
    const refused = 'El enlace no existe, caducó o ya se usó.';
    return answerSignIn(services, { request, reply }, { claim: { con: 'enlace' }, result, refused });
  });
};
