import type { FastifyInstance } from 'fastify';
import { reportFaults, type FaultReports } from './faults/faults.ts';

/** One line of the log for each request, when it is answered; its query is left out, which may hold anything. Faults are reported. */
export function tellRequests(app: FastifyInstance, faults: FaultReports | undefined): void {
  if (faults !== undefined) reportFaults(app, faults);
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, principal, ip } = request;
    const took = Math.round(reply.elapsedTime * 10) / 10;
    const who = principal === null ? {} : { actor: principal.actor.id };
    const facts = { method, route: routeOptions.url ?? null, status: reply.statusCode, ms: took, ip, ...who };
    request.log.info(facts, 'answered');
  });
}
