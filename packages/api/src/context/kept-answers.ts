import type { FastifyInstance, FastifyReply } from 'fastify';
import { LRUCache } from 'lru-cache';

/** A JSON answer as it was sent, and the state of the data that it is of. */
export interface KeptAnswer {
  readonly version: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

declare module 'fastify' {
  interface FastifyInstance {
    keptAnswers: KeptAnswers;
  }
  interface FastifyReply {
    /** What the answer is to be kept as; null for those that are not kept. */
    keptAs: { readonly digest: string; readonly version: string } | null;
  }
}

const mostCharacters = 64 * 1024 * 1024;
const mostOfOne = 512 * 1024;
/** Those that the answer's data decides; the others are of the request. */
const keptHeaders = ['x-fluxion-engine', 'x-fluxion-as-of', 'x-fluxion-snapshot'] as const;

/**
 * Answers of this process, by what was asked and by whom. They do not grow old: whoever takes one asks first whether the
 * data is still as it was. The ones that were used longest ago make room.
 */
export type KeptAnswers = LRUCache<string, KeptAnswer>;

/** Has the server keep the answers that say what as. To be called before whatever else changes an answer's body. */
export function keepAnswers(app: FastifyInstance): void {
  const answers: KeptAnswers = new LRUCache({
    maxSize: mostCharacters,
    maxEntrySize: mostOfOne,
    sizeCalculation: ({ body }) => body.length + 1,
  });
  app.decorate('keptAnswers', { getter: () => answers });
  app.decorateReply('keptAs', null);
  app.addHook('onSend', async (_request, reply, body) => {
    const { keptAs } = reply;
    if (keptAs !== null && reply.statusCode === 200 && typeof body === 'string' && isJson(reply)) {
      answers.set(keptAs.digest, { version: keptAs.version, body, headers: headersOf(reply) });
    }
    return body;
  });
}

function isJson(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type')).startsWith('application/json');
}

function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}
