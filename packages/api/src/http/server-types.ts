import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { OperationContext } from '@fluxion/engine/operations';
import type pg from 'pg';

/** Who may call a route. Deny by default: a route that does not say so does not start. */
export type Permission = 'public' | 'signed in';

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: Permission;
  }
  interface FastifyRequest {
    /** Who calls; set before any handler of a route that is not public runs. */
    principal: Principal | null;
  }
}

export type Principal = Pick<OperationContext, 'actor' | 'stores'>;

/** The server as routes see it: handlers get the types of their schemas. */
export type Server = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** What routes work with beside the request. */
export interface Services {
  readonly pool: pg.Pool;
  readonly version: string;
  /** The built dashboard's files. */
  readonly dashboardDirectory: string;
}

/** Declares the routes of one resource's verb. */
export type Route = (app: Server, services: Services) => void;

export type { FastifyReply, FastifyRequest };
