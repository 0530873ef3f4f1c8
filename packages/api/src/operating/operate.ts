import type { FastifyInstance } from 'fastify';
import type { Services } from '../http/server-types.ts';
import { callerLimit, type CallerLimit } from './caller-limit.ts';
import { tellRequests } from './tell-requests.ts';
import { measure } from './metrics/metrics.ts';
import type { OperatingOptions } from './options.ts';
import { answerOtherOrigins } from './other-origins.ts';
import { answerOddRequests, refuseUntilStarted } from './refusals.ts';

export type { OperatingOptions };

interface Operated extends Pick<CallerLimit, 'afterSignIn'> {
  /** Those given, whose questions are measured. */
  readonly services: Services;
}

/** What is done with every request before it is known who calls. */
export async function operate(app: FastifyInstance, options: Services & OperatingOptions): Promise<Operated> {
  const { faults, traces, pool, version, environment } = options;
  if (traces !== undefined) {
    const { startTracing } = await import('./tracing/start.ts');
    startTracing(app, { endpoint: traces, pool, version, environment });
  }
  tellRequests(app, faults);
  const services = measure(app, { services: options, token: options.metricsToken });
  answerOddRequests(app);
  answerOtherOrigins(app, options.origins);
  refuseUntilStarted(app, options.isStarted);
  const { beforeSignIn, afterSignIn } = callerLimit(options.requestsPerMinute);
  beforeSignIn(app);
  return { services, afterSignIn };
}
