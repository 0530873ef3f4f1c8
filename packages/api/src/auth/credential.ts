import type { Credential } from '@fluxion/engine/operations';
import type { FastifyRequest } from 'fastify';
import { sessionCookie } from './session-cookie.ts';

/** What a request shows of its caller: a bearer token, or else the session's cookie. */
export function credentialOf({ headers, cookies }: FastifyRequest): Credential | undefined {
  const { authorization } = headers;
  if (authorization !== undefined) {
    const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    return secret === undefined ? undefined : { kind: 'token', secret };
  }
  const secret = cookies[sessionCookie];
  return secret === undefined ? undefined : { kind: 'session', secret };
}
