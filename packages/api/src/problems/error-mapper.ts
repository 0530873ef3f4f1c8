import type { FastifyReply, FastifyRequest } from 'fastify';
import { FluxionError } from '@fluxion/engine/base';
import { InvalidInput } from '@fluxion/engine/operations';
import { databaseProblem, type Asking } from './database-problem.ts';
import { faultMessages } from './messages.ts';
import { problemBody, problemMediaType, RequestProblem } from './problem.ts';

/** Fastify's own refusals that are more than a bad request. */
const frameworkProblems = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
} as const;

const frameworkDetails: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: 'La dirección está mal codificada.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'El cuerpo está vacío.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'El cuerpo no es JSON.',
};

function frameworkProblem(error: Error): RequestProblem | undefined {
  if (!('statusCode' in error) || typeof error.statusCode !== 'number') return undefined;
  if (error.statusCode < 400 || error.statusCode >= 500) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const problem = Object.entries(frameworkProblems).find(([name]) => name === code)?.[1];
  const detail = frameworkDetails[code];
  return new RequestProblem(problem ?? 'INVALID_REQUEST', {
    ...(detail === undefined ? {} : { detail }),
    cause: error,
  });
}

/** The problem that an error is for the caller. Whatever nobody foresaw is INTERNAL and keeps its reasons to itself. */
export function toProblem(error: unknown, request: Asking): RequestProblem {
  if (error instanceof RequestProblem) return error;
  if (error instanceof InvalidInput) {
    const fields = error.faults.map(({ field, fault, value }) => ({
      campo: field,
      mensaje: faultMessages[fault](value),
    }));
    return new RequestProblem('INVALID_REQUEST', { fields, cause: error });
  }
  if (error instanceof FluxionError && error.code === 'SCHEDULE_UNAVAILABLE') {
    return new RequestProblem('SCHEDULE_UNAVAILABLE', { headers: { 'retry-after': '60' }, cause: error });
  }
  if (error instanceof FluxionError && error.code === 'SECRET_KEY_MISSING') {
    const detail = 'Use un código de recuperación, o pida a quien administra que le quite el segundo factor.';
    return new RequestProblem('SECOND_FACTOR_UNREADABLE', { detail, cause: error });
  }
  if (error instanceof FluxionError && error.code === 'NO_EXCHANGE_RATE') {
    const detail =
      'Hay ventas de días sin tasa de cambio, ni propia ni anterior: fije una de una fecha anterior en /tasas, o pida bolívares.';
    return new RequestProblem('NO_EXCHANGE_RATE', { detail, cause: error });
  }
  const databaseFailed = databaseProblem(error, request);
  if (databaseFailed !== undefined) return databaseFailed;
  const refused = error instanceof Error ? frameworkProblem(error) : undefined;
  return refused ?? new RequestProblem('INTERNAL', { cause: error });
}

/** Fastify's error handler: the only place that writes an error's answer. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error, request);
  // Whose caller has left ends by that, and is answered for nobody.
  const isLeft = reply.raw.destroyed;
  if (problem.status >= 500 && !isLeft) request.log.error({ err: error }, problem.problem);
  return reply
    .code(problem.status)
    .headers({ ...problem.headers, 'x-request-id': request.id })
    .type(problemMediaType)
    .send(problemBody(problem, request.id));
}
