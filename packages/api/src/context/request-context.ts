import type { Need, Question, StoreScope } from '@fluxion/engine/base';
import {
  narrowStores,
  recordAudit,
  type AuditEntry,
  type AuditOrigin,
  type StreamingContext,
} from '@fluxion/engine/operations';
import { abandoned, cancellableRunner } from '../http/cancellable.ts';
import type { FastifyReply, FastifyRequest, Services } from '../http/server-types.ts';
import { problemAfterWriting } from '../problems/database-problem.ts';
import { RequestProblem } from '../problems/problem.ts';
import { freshnessOf, tellFreshness, type Answer } from './freshness.ts';
import { revalidate } from './revalidate.ts';

/** What a route works with on behalf of its caller: the only way from a route to the data. */
export interface RequestContext extends StreamingContext, AuditOrigin {
  /** The API token or the session that the caller has shown. */
  readonly tokenId: string;
  /** Aborts when the caller has left. */
  readonly signal: AbortSignal;
  /**
   * The stores that the answer is about: those asked for, or all that the caller may see.
   * @throws InvalidInput for one that is not there or not the caller's
   */
  scope(asked: readonly string[] | undefined): Promise<StoreScope>;
  /** Answers a question as freshly as the request wants it, and tells in the headers by which engine and as of when. */
  ask<Parameters, Row>(question: Question<Parameters, Row>, parameters: Parameters): Promise<Answer<Row>>;
  /**
   * Gives the answer an ETag of the state of what it reads, and answers at once if that state has been answered before: 304
   * to a caller who has it, and what was sent then to others. Called before anything is read. Of the caller the answer may
   * depend on the role and the stores only, and on nothing else but the request, what the needs name, and `also`: today,
   * for example.
   */
  revalidate(needs: readonly Need[], also?: string): Promise<void>;
  /** Writes to the audit log what the caller does. */
  audit(entry: AuditEntry): Promise<void>;
}

/**
 * The context of this request.
 *
 * @throws RequestProblem UNAUTHENTICATED if nobody is signed in: a public route has no context
 */
export function requestContext(services: Services, request: FastifyRequest, reply: FastifyReply): RequestContext {
  const { principal } = request;
  if (principal === null) throw new RequestProblem('UNAUTHENTICATED');
  const signal = abandoned(reply.raw);
  const origin = { address: request.ip, requestId: request.id };
  const ctx = { db: cancellableRunner(services.pool, signal, principal.actor.id), ...principal, ...origin };
  return {
    ...ctx,
    signal,
    scope: (stores) => narrowStores({ ctx, input: { stores } }),
    ask: async (question, parameters) => {
      const answer = await services.ask(question, parameters, { freshness: freshnessOf(request), signal });
      tellFreshness(reply, answer);
      return answer;
    },
    // Not with the caller's runner: what was done is told even if the caller has left.
    audit: (input) =>
      recordAudit({ ctx: { ...ctx, db: services.pool }, input }).catch((error: unknown) => {
        throw problemAfterWriting(error, request);
      }),
    revalidate: (needs, also) => revalidate({ services, request, reply, needs, also, signal }),
  };
}
