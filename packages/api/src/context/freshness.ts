import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer, Freshness } from '@fluxion/engine/mirror';

export type { Answer };

interface FreshnessQuery {
  readonly frescura?: number;
  readonly al_menos?: string;
}

/** How fresh the caller wants the answer: exact, unless `frescura` allows so many seconds of age. */
export function freshnessOf(request: FastifyRequest): Freshness {
  const { frescura, al_menos: asOf } = request.query as FreshnessQuery;
  if (frescura === undefined) return asOf === undefined ? 'exact' : { asOf };
  return { maxStalenessMs: frescura * 1000, ...(asOf === undefined ? {} : { asOf }) };
}

function tookMs(name: string, duration: number | null): string[] {
  return duration === null ? [] : [`${name};dur=${duration.toFixed(1)}`];
}

/** Tells which engine answered, as of when, and what took how long. Of several answers the last one's state is told. */
export function tellFreshness(reply: FastifyReply, { engine, detour, asOf, timings }: Answer<unknown>): void {
  const { fenceMs, syncMs, queryMs } = timings;
  const timing = [...tookMs('fence', fenceMs), ...tookMs('sync', syncMs), ...tookMs(engine, queryMs)];
  const earlier = reply.getHeader('server-timing');
  reply.headers({
    'x-fluxion-engine': detour === undefined ? engine : `${engine}; ${detour}`,
    'x-fluxion-as-of': asOf.time,
    'x-fluxion-snapshot': asOf.snapshot,
    'server-timing': [...(earlier === undefined ? [] : [String(earlier)]), ...timing].join(', '),
  });
}
