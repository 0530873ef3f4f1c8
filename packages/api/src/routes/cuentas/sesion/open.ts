import { abrirSesion, type SesionRequest } from '@fluxion/contract';
import { openSession, signIn, type Browser, type SignIn } from '@fluxion/engine/operations';
import { declarePublic } from '../../../http/declare.ts';
import type { Route, Services } from '../../../http/server-types.ts';
import { invalidFields } from '../../../problems/problem.ts';
import { answerSignIn, browserOf, factorContext, type Claim } from './answer.ts';

interface Attempt {
  readonly claim: Claim;
  readonly refused: string;
  readonly make: () => Promise<SignIn>;
}

/** What the body asks for: a sign-in with a password, or one with a token, and not both. */
function attemptOf(services: Services, body: SesionRequest, browser: Browser): Attempt {
  const { correo, clave, codigo, token } = body;
  const ctx = factorContext(services);
  if (token !== undefined) {
    const beside = Object.keys(body).find((name) => name !== 'token');
    if (beside !== undefined) throw invalidFields({ campo: beside, mensaje: 'no puede ir junto a token' });
    const make = () => openSession({ ctx, input: { token, browser } });
    return { claim: { con: 'token' }, refused: 'El token no existe, caducó o fue revocado.', make };
  }
  if (correo === undefined || clave === undefined) {
    throw invalidFields({ campo: correo === undefined ? 'correo' : 'clave', mensaje: 'es obligatorio' });
  }
  const make = () => signIn({ ctx, input: { correo, password: clave, code: codigo, browser } });
  return { claim: { con: 'clave', correo }, refused: 'El correo o la clave no son correctos.', make };
}

/** POST /sesion */
export const openSesion: Route = (app, services) => {
  declarePublic(app, abrirSesion, async ({ body, request, reply }) => {
    const { make, ...attempt } = attemptOf(services, body, browserOf(request));
    return answerSignIn(services, { request, reply }, { ...attempt, result: await make() });
  });
};
