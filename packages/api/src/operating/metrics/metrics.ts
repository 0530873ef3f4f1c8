import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Services } from '../../http/server-types.ts';
import { RequestProblem } from '../../problems/problem.ts';
import { meteredAsk, meterLoads, meterMirror, meterPool, requestMeter } from './meters.ts';
import { keepPulse } from './pulse.ts';

let ofProcess: Registry | undefined;

/** Memory, processor, event loop and collector: of the process, however many servers it has. */
function processRegistry(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

interface MetricsOptions {
  readonly services: Services;
  readonly token: string | undefined;
}

const loopback = /^(127\.|::1$|::ffff:127\.)/;

function mayRead({ headers, ip, socket }: FastifyRequest, token: string | undefined): boolean {
  // A proxy on this machine names whom it asks for; one that does not is told nothing either.
  if (token === undefined) {
    return loopback.test(ip) && loopback.test(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined;
  }
  const given = Buffer.from(headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Declares GET /metrics, for Prometheus. */
function showMetrics(app: FastifyInstance, registry: Registry, token: string | undefined): void {
  app.get('/metrics', { config: { permission: 'public' }, schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(request, token)) {
      throw new RequestProblem('UNAUTHENTICATED', { headers: { 'www-authenticate': 'Bearer realm="fluxion"' } });
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/**
 * Measures every request and what answers it, shows that at /metrics, and tells the log once a minute what alarms are made of.
 * @returns the services, whose questions are measured
 */
export function measure(app: FastifyInstance, { services, token }: MetricsOptions): Services {
  const registry = new Registry();
  const requests = requestMeter(registry);
  meterPool(registry, services.pool);
  meterLoads(registry, services.watching ?? services.pool);
  if (services.mirror !== undefined) meterMirror(registry, services.mirror);
  keepPulse(app, services);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    requests.observe(labels, reply.elapsedTime / 1000);
  });
  const ask = meteredAsk(registry, services.ask);
  showMetrics(app, Registry.merge([processRegistry(), registry]), token);
  return { ...services, ask };
}
