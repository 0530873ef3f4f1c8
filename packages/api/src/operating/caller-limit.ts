import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RequestProblem } from '../problems/problem.ts';

const windowSeconds = 60;

/** What asks whether the process lives, often and for nobody. */
const unlimited: ReadonlySet<string | undefined> = new Set(['/health', '/ready', '/metrics']);

function headersOf(limit: number, { remainingPoints, msBeforeNext }: RateLimiterRes): Record<string, string> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(Math.max(0, remainingPoints)),
    'ratelimit-reset': String(Math.ceil(msBeforeNext / 1000)),
  };
}

function tooMany(limit: number, state: RateLimiterRes): RequestProblem {
  const headers = headersOf(limit, state);
  const seconds = headers['ratelimit-reset'] ?? String(windowSeconds);
  const detail = `Puede enviar ${limit} peticiones por minuto. Espere ${seconds} s.`;
  return new RequestProblem('TOO_MANY_REQUESTS', { detail, headers: { ...headers, 'retry-after': seconds } });
}

/** Counts requests by caller, in this process's memory: people and programs by who they are, all others by their address. */
export interface CallerLimit {
  /** Called before callers are known: refuses addresses that have asked, or failed to sign in, too often. */
  beforeSignIn(app: FastifyInstance): void;
  /** Called once callers are known. */
  afterSignIn(app: FastifyInstance): void;
}

/** @param perMinute requests that a caller may send in a minute; undefined: any number */
export function callerLimit(perMinute: number | undefined): CallerLimit {
  if (perMinute === undefined) return { beforeSignIn: () => {}, afterSignIn: () => {} };
  const callers = new RateLimiterMemory({ points: perMinute, duration: windowSeconds });
  const count = async (caller: string, reply: FastifyReply) => {
    try {
      reply.headers(headersOf(perMinute, await callers.consume(caller)));
    } catch (state) {
      throw state instanceof RateLimiterRes ? tooMany(perMinute, state) : state;
    }
  };
  const addressOf = (request: FastifyRequest) => `address ${request.ip}`;
  return {
    beforeSignIn(app) {
      app.addHook('onRequest', async (request, reply) => {
        const { url, config } = request.routeOptions;
        if (unlimited.has(url)) return;
        if (config?.permission === 'public') return count(addressOf(request), reply);
        const state = await callers.get(addressOf(request));
        if (state !== null && state.consumedPoints > perMinute) throw tooMany(perMinute, state);
      });
      app.addHook('onResponse', async (request, reply) => {
        // Whoever tries out tokens is known by nothing else.
        if (reply.statusCode === 401) await callers.penalty(addressOf(request));
      });
    },
    afterSignIn(app) {
      app.addHook('onRequest', async (request, reply) => {
        if (request.principal !== null) await count(`person ${request.principal.actor.id}`, reply);
      });
    },
  };
}
