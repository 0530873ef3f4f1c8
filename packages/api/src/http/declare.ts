import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '@fluxion/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestContext, type RequestContext } from '../context/request-context.ts';
import { AnsweredAlready } from '../context/revalidate.ts';
import { readAgain } from './read-again.ts';
import type { Permission, Server, Services } from './server-types.ts';

/** A request to an endpoint, checked against its schemas. */
export interface Call<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A request of somebody who is signed in. */
export interface SignedInCall<E extends Endpoint> extends Call<E> {
  readonly ctx: RequestContext;
}

/** What a handler gives back: the answer's body, or the reply that it has sent itself. */
type Answered<E extends Endpoint> = Promise<AnswerOf<E> | FastifyReply>;

function callOf<E extends Endpoint>(request: FastifyRequest, reply: FastifyReply): Call<E> {
  // The validator has seen to it that they are what the schemas say.
  const { params, query, body } = request as { params: ParamsOf<E>; query: QueryOf<E>; body: BodyOf<E> };
  return { params, query, body, request, reply };
}

function route<E extends Endpoint>(
  app: Server,
  endpoint: E,
  permission: Permission,
  handler: (request: FastifyRequest, reply: FastifyReply) => Answered<E>,
): void {
  const { id, method, path, summary, description, tag, params, query, headers, body, bodyLimitBytes, answers } =
    endpoint;
  const [status = '200', ...more] = Object.keys(answers);
  app.route({
    method,
    url: path,
    config: { permission },
    ...(bodyLimitBytes === undefined ? {} : { bodyLimit: bodyLimitBytes }),
    schema: {
      operationId: id,
      summary,
      tags: [tag],
      ...(description === undefined ? {} : { description }),
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { querystring: query }),
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { body }),
      response: answers,
    },
    handler: async (request, reply) => {
      // The only status that it has; a handler with several says which.
      if (more.length === 0) reply.code(Number(status));
      const answer = () => handler(request, reply);
      const isWanted = () => !reply.sent && !reply.raw.destroyed;
      return method === 'GET' ? readAgain(answer, isWanted) : answer();
    },
  });
}

/** Declares an endpoint that anybody may call. */
export function declarePublic<E extends Endpoint>(
  app: Server,
  endpoint: E,
  handler: (call: Call<E>) => Answered<E>,
): void {
  route(app, endpoint, 'public', (request, reply) => handler(callOf<E>(request, reply)));
}

/** Declares an endpoint for people who are signed in, from this role upwards. */
export function declare<E extends Endpoint>(
  app: Server,
  services: Services,
  endpoint: E,
  permission: Exclude<Permission, 'public'>,
  handler: (call: SignedInCall<E>) => Answered<E>,
): void {
  route(app, endpoint, permission, async (request, reply) => {
    const ctx = requestContext(services, request, reply);
    try {
      return await handler({ ...callOf<E>(request, reply), ctx });
    } catch (error) {
      if (!(error instanceof AnsweredAlready)) throw error;
      return error.answer(reply);
    }
  });
}
