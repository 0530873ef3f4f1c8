import { serverFailure, wasRolledBack } from '@fluxion/engine/postgres';
import type { FastifyRequest } from 'fastify';
import { RequestProblem } from './problem.ts';

/** What of a request decides what a failure of the database means. */
export interface Asking extends Pick<FastifyRequest, 'method'> {
  /** Who asks; null until that is known. */
  readonly principal: object | null;
  readonly routeOptions: { readonly config?: { readonly permission?: string } };
}

const retryAfter = { 'retry-after': '5' };
const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether the request may have changed something by the time that the error came up: it changes things, and was let in. */
function mayHaveWritten({ method, principal, routeOptions }: Asking): boolean {
  if (readingMethods.has(method)) return false;
  return principal !== null || routeOptions.config?.permission === 'public';
}

/**
 * What is told of a database that fails. Of a change whose connection was lost under it nobody knows whether it was done:
 * the answer never says that it was not, unless that is certain.
 */
export function databaseProblem(error: unknown, request: Asking): RequestProblem | undefined {
  const failure = serverFailure(error);
  if (failure === undefined) return undefined;
  if (failure === 'timeout') {
    const detail = 'Pida un rango de fechas más corto o menos tiendas.';
    return new RequestProblem('QUERY_TIMEOUT', { ...(mayHaveWritten(request) ? {} : { detail }), cause: error });
  }
  if (failure === 'lost' && mayHaveWritten(request) && !wasRolledBack(error)) return outcomeUnknown(error);
  return new RequestProblem('DATABASE_UNAVAILABLE', { headers: retryAfter, cause: error });
}

/** What is told where the database fails after a request may have changed something, as when that is written to the audit log. */
export function problemAfterWriting(error: unknown, request: Asking): unknown {
  return serverFailure(error) !== undefined && mayHaveWritten(request) ? outcomeUnknown(error) : error;
}

function outcomeUnknown(cause: unknown): RequestProblem {
  const detail = 'Se perdió la conexión con la base de datos. Compruebe si el cambio se hizo antes de repetirlo.';
  return new RequestProblem('OUTCOME_UNKNOWN', { detail, headers: retryAfter, cause });
}
