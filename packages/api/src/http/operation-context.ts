import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OperationContext } from '@fluxion/engine/operations';
import type pg from 'pg';
import { abandoned, cancellableRunner } from './cancellable.ts';
import { RequestProblem } from '../problems/problem.ts';

/**
 * What an operation runs with for this request: the caller, the caller's stores, and a database whose statements end
 * when the caller leaves. The only way from a route to the data.
 *
 * @throws RequestProblem UNAUTHENTICATED if nobody is signed in: a public route has no context
 */
export function operationContext(pool: pg.Pool, request: FastifyRequest, reply: FastifyReply): OperationContext {
  if (request.principal === null) throw new RequestProblem('UNAUTHENTICATED');
  return { db: cancellableRunner(pool, abandoned(reply.raw)), ...request.principal };
}
