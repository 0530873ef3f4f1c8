import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Need } from '@fluxion/engine/base';
import type { Services } from '../http/server-types.ts';

/** Thrown where the answer is known before anything is read; `answer` sends it. */
export class AnsweredAlready extends Error {
  readonly answer: (reply: FastifyReply) => FastifyReply;

  constructor(answer: (reply: FastifyReply) => FastifyReply) {
    super();
    this.answer = answer;
  }
}

interface Revalidation {
  readonly services: Services;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly needs: readonly Need[];
  /** What else the answer depends on: a day that it is asked about without being named. */
  readonly also: string | undefined;
  readonly signal: AbortSignal;
}

/** Whatever besides the data decides what is answered: the address, the format, who asks, and the program. */
function requestDigest({ request, services, also }: Revalidation): string {
  const { url, headers, principal } = request;
  const parts = [url, headers.accept ?? '', services.version, principal?.actor.rol, principal?.stores, also];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

/** The version in the caller's ETag, if it is one of this request. */
function versionIn(ifNoneMatch: string | undefined, digest: string): string | undefined {
  const tags = (ifNoneMatch ?? '').matchAll(/W\/"([\w-]+)\.([\w-]+)"/g);
  const encoded = [...tags].find(([, request]) => request === digest)?.[2];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64url').toString('utf8');
}

/**
 * Gives the answer an ETag of the state of what it reads, and spares reading what has not changed since the caller, or
 * anybody who may see the same, was answered.
 * @throws AnsweredAlready
 */
export async function revalidate(revalidation: Revalidation): Promise<void> {
  const { services, request, reply, needs, signal } = revalidation;
  const { mirror } = services;
  // Before anything is read: an answer may be of a later state than its ETag says, but never of an earlier one.
  const version = mirror?.version(needs);
  if (mirror === undefined || version === undefined) return;
  const digest = requestDigest(revalidation);
  reply.header('cache-control', 'private, no-cache');
  const theirs = versionIn(request.headers['if-none-match'], digest);
  // What is still as it was in an earlier state is so in this one too, and of this one many ask by one statement.
  const etag = tagOf(digest, version);
  if (theirs !== undefined && (await mirror.isCurrent(theirs, needs, signal))) {
    throw new AnsweredAlready((of) => of.code(304).header('etag', etag).send());
  }
  const kept = request.server.keptAnswers.get(digest);
  if (kept !== undefined && (await mirror.isCurrent(kept.version, needs, signal))) {
    const headers = { ...kept.headers, etag };
    if (kept.version !== version) request.server.keptAnswers.set(digest, { ...kept, version });
    throw new AnsweredAlready((of) => of.headers(headers).type('application/json; charset=utf-8').send(kept.body));
  }
  reply.header('etag', etag);
  reply.keptAs = { digest, version };
}

function tagOf(digest: string, version: string): string {
  return `W/"${digest}.${Buffer.from(version, 'utf8').toString('base64url')}"`;
}
