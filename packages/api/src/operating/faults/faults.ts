import type { FastifyInstance } from 'fastify';
import { toProblem } from '../../problems/error-mapper.ts';

export interface FaultOptions {
  /** Sentry's: https://key@host/project. */
  readonly dsn: string;
  readonly version: string;
  readonly environment: string | undefined;
}

/** Where faults of the program are told. */
export interface FaultReports {
  /** Tells of an error, with what it is to be found by. */
  report(error: unknown, tags: Readonly<Record<string, string>>): void;
  /** Waits until everything is sent, but no longer than two seconds. */
  flush(): Promise<void>;
}

/** Opens reports to Sentry, or what takes its place. */
export async function openFaultReports(options: FaultOptions): Promise<FaultReports> {
  // Loaded only where somebody wants to be told.
  const { sentryReports } = await import('./sentry.ts');
  return sentryReports(options);
}

/** Reports every error that a request is answered with 5xx for, under the request's id. */
export function reportFaults(app: FastifyInstance, reports: FaultReports): void {
  app.addHook('onError', async (request, _reply, error) => {
    const problem = toProblem(error, request);
    if (problem.status < 500) return;
    const { method, routeOptions, id } = request;
    const tags = { request_id: id, code: problem.problem, method, route: routeOptions.url ?? 'unknown' };
    reports.report(problem.cause ?? error, tags);
  });
}
