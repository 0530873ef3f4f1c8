import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestProblem } from '../../problems/problem.ts';

/** Tells the version of an order: what is sent back as If-Match. */
export function tellVersion(reply: FastifyReply, version: number): void {
  reply.header('etag', `"${version}"`);
}

/**
 * The version that the caller knows. A proxy that compresses makes ETags weak: that is taken for the same.
 *
 * @throws RequestProblem PRECONDITION_REQUIRED
 */
export function knownVersion(request: FastifyRequest): number {
  const version = /\d+/.exec(request.headers['if-match'] ?? '')?.[0];
  if (version !== undefined) return Number(version);
  const detail = 'Envíe en If-Match el ETag con el que leyó el pedido: así no se pierde lo que otra persona cambió.';
  throw new RequestProblem('PRECONDITION_REQUIRED', { detail });
}
