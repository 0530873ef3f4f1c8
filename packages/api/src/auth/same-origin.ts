import type { FastifyRequest } from 'fastify';
import { RequestProblem } from '../problems/problem.ts';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function sentBy(request: FastifyRequest): 'us' | 'another site' {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  // Hosts, not schemes, are compared: behind a proxy that ends TLS we do not know our own scheme.
  if (origin !== undefined) return hostOf(origin) === request.host ? 'us' : 'another site';
  // Programs send neither header, and have no browser's cookies to be abused.
  return site === undefined || site === 'same-origin' || site === 'none' ? 'us' : 'another site';
}

/**
 * Refuses a change that a page of another site had the browser ask for. SameSite=Strict already keeps the cookie from
 * such requests; this also covers signing in, and sites of the same domain.
 *
 * @throws RequestProblem CROSS_ORIGIN
 */
export function refuseCrossOrigin(request: FastifyRequest): void {
  if (readingMethods.has(request.method) || request.headers.authorization !== undefined) return;
  if (sentBy(request) === 'another site') throw new RequestProblem('CROSS_ORIGIN');
}
