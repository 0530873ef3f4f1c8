import {
  closeSession,
  recordAudit,
  type Browser,
  type FactorContext,
  type OpenedSession,
  type Refusal,
  type SignIn,
} from '@fluxion/engine/operations';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookie, setSessionCookie } from '../../../auth/session-cookie.ts';
import type { Services } from '../../../http/server-types.ts';
import { RequestProblem } from '../../../problems/problem.ts';

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Where a session is opened from. */
export function browserOf(request: FastifyRequest): Browser {
  return { address: request.ip, agent: request.headers['user-agent'] };
}

/** What operations get that ask for a second factor. */
export function factorContext({ pool, factorKeys = [] }: Services): FactorContext & { readonly db: Services['pool'] } {
  return { db: pool, factorKeys };
}

/** The answer to somebody who could not be let in; `refused` says what was wrong with what they showed. */
export function refusalProblem(refusal: Refusal, refused: string): RequestProblem {
  if (refusal.outcome === 'wait') {
    return new RequestProblem('TOO_MANY_ATTEMPTS', { headers: { 'retry-after': String(refusal.seconds) } });
  }
  return refusal.outcome === 'second factor'
    ? new RequestProblem('SECOND_FACTOR_REQUIRED')
    : new RequestProblem('UNAUTHENTICATED', { detail: refused });
}

/** What somebody tried to sign in with. */
export interface Claim {
  readonly con: 'clave' | 'token' | 'enlace';
  readonly correo?: string | undefined;
}

/** Writes to the audit log that somebody was let in, or not. What must only be waited with is not written: a flood would be. */
async function auditSignIn(
  { pool }: Services,
  { ip, id }: FastifyRequest,
  claim: Claim,
  result: SignIn,
): Promise<void> {
  if (result.outcome === 'wait') return;
  const session: OpenedSession | undefined = result.outcome === 'opened' ? result.session : undefined;
  const ctx = { db: pool, actor: session?.person, tokenId: session?.tokenId, address: ip, requestId: id };
  const detail = { con: claim.con, ...(result.outcome === 'second factor' ? { falta: 'segundo factor' } : {}) };
  const action = session === undefined ? 'sesion_rechazada' : 'iniciar_sesion';
  await recordAudit({ ctx, input: { action, object: claim.correo?.toLowerCase(), detail } });
}

/**
 * Gives the browser the session that was opened, in the place of the one that it had.
 *
 * @throws RequestProblem UNAUTHENTICATED, SECOND_FACTOR_REQUIRED or TOO_MANY_ATTEMPTS if there is none
 */
export async function answerSignIn(
  services: Services,
  exchange: Exchange,
  attempt: { readonly claim: Claim; readonly result: SignIn; readonly refused: string },
): Promise<null> {
  const { request } = exchange;
  const { claim, result, refused } = attempt;
  await auditSignIn(services, request, claim, result);
  if (result.outcome !== 'opened') throw refusalProblem(result, refused);
  const former = request.cookies[sessionCookie];
  if (former !== undefined) await closeSession({ ctx: { db: services.pool }, input: { session: former } });
  setSessionCookie(exchange, result.session, services);
  return null;
}
