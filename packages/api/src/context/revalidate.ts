import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Need } from '@fluxion/engine/base';
import type { Services } from '../http/server-types.ts';

/** Thrown where the caller has the answer already: the route ends with 304. */
export class NotModified extends Error {}

interface Revalidation {
  readonly services: Services;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly needs: readonly Need[];
  readonly signal: AbortSignal;
}

/** Whatever besides the data decides what is answered: the address, the format, who asks, and the program. */
function requestDigest({ request, services }: Revalidation): string {
  const { url, headers, principal } = request;
  const parts = [url, headers.accept ?? '', services.version, principal?.actor.rol, principal?.stores];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

function versionIn(ifNoneMatch: string | undefined, digest: string): string | undefined {
  const tags = (ifNoneMatch ?? '').matchAll(/W\/"([\w-]+)\.([\w-]+)"/g);
  const encoded = [...tags].find(([, request]) => request === digest)?.[2];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64url').toString('utf8');
}

/** @throws NotModified */
export async function revalidate(revalidation: Revalidation): Promise<void> {
  const { services, request, reply, needs, signal } = revalidation;
  const { mirror } = services;
  // Before anything is read: an answer may be of a later state than its ETag says, but never of an earlier one.
  const version = mirror?.version(needs);
  if (mirror === undefined || version === undefined) return;
  const digest = requestDigest(revalidation);
  const kept = versionIn(request.headers['if-none-match'], digest);
  const tag = (text: string) => `W/"${digest}.${Buffer.from(text, 'utf8').toString('base64url')}"`;
  reply.header('cache-control', 'private, no-cache');
  if (kept !== undefined && (await mirror.isCurrent(kept, needs, signal))) {
    reply.header('etag', tag(kept));
    throw new NotModified();
  }
  reply.header('etag', tag(version));
}
