import type { FastifyInstance } from 'fastify';
import { RequestProblem } from '../problems/problem.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** Notes the methods of every route declared after this call; the function it gives back adds a 405 for the others. */
export function watchMethods(app: FastifyInstance): () => void {
  const declared = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const known = declared.get(url) ?? new Set();
    declared.set(url, known);
    for (const name of [method].flat()) known.add(name);
  });
  return () => {
    for (const [url, known] of new Map(declared)) refuseOthers(app, url, new Set(known));
  };
}

function refuseOthers(app: FastifyInstance, url: string, known: ReadonlySet<string>): void {
  const others = methods.filter((method) => !known.has(method));
  const allow = [...known].toSorted().join(', ');
  app.route({
    method: others,
    url,
    // Who is not signed in learns nothing, not even this.
    config: { permission: 'signed in' },
    schema: { hide: true },
    // Before the body is read: it may be anything.
    onRequest: async () => {
      throw new RequestProblem('METHOD_NOT_ALLOWED', { headers: { allow } });
    },
    handler: () => {},
  });
}
