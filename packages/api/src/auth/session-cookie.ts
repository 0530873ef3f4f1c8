import type { CookieSerializeOptions } from '@fastify/cookie';
import type { OpenedSession } from '@fluxion/engine/operations';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../http/server-types.ts';

export const sessionCookie = 'fluxion_sesion';

type Cookies = Pick<Services, 'secureCookies'>;
interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** No script reads it, no other site's request carries it, and over https it never travels in the clear. */
function cookieOptions(request: FastifyRequest, { secureCookies = false }: Cookies): CookieSerializeOptions {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: secureCookies || request.protocol === 'https' };
}

/** Gives the browser its session. */
export function setSessionCookie(
  { request, reply }: Exchange,
  { secret, expires }: Pick<OpenedSession, 'secret' | 'expires'>,
  cookies: Cookies,
): void {
  reply.setCookie(sessionCookie, secret, { ...cookieOptions(request, cookies), expires });
}

/** Takes the session out of the browser. */
export function clearSessionCookie({ request, reply }: Exchange, cookies: Cookies): void {
  reply.clearCookie(sessionCookie, cookieOptions(request, cookies));
}
