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
import type { Ask, Mirror } from '@fluxion/engine/mirror';
import type { FactorKeys, Principal, Role } from '@fluxion/engine/operations';
import type pg from 'pg';

/**
 * Who may call a route; a role: people of it or of one above it; `in person`: whoever has signed in with their own password
 * or link, and not with an API token. Deny by default: a route that does not say so does not start.
 */
export type Permission = 'public' | 'signed in' | 'in person' | Role;

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: Permission;
  }
  interface FastifyRequest {
    /** Who calls; set before any handler of a route that is not public runs. */
    principal: Principal | null;
  }
}

/** The server as routes see it: handlers get the types of their schemas. */
export type Server = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** A store's business day that is to be loaded again. */
export interface MissingUnit {
  readonly ubicacion_id: string;
  readonly fecha: string;
  /** Sales lines of it that are in. */
  readonly lineas: number;
}

/** What became of the wish to load units again. */
export interface QueuedUnits {
  readonly encoladas: number;
  /** Those that were waiting or being loaded already. */
  readonly en_cola: number;
  /** Those that no source and no file is known of. */
  readonly sin_origen: number;
}

/** What routes work with beside the request. */
export interface Services {
  readonly pool: pg.Pool;
  /** For looking how the database is, where nobody waits behind requests; that of requests unless told otherwise. */
  readonly watching?: pg.Pool | undefined;
  /** Whether the database has been made ready; it is unless told otherwise. */
  readonly isStarted?: (() => boolean) | undefined;
  /** What secrets of second factors are encrypted with; none unless told otherwise, and they are stored as they are. */
  readonly factorKeys?: FactorKeys | undefined;
  readonly version: string;
  /** Whether the session's cookie travels over https alone, also where we are not told that a proxy has ended TLS. */
  readonly secureCookies?: boolean | undefined;
  /** The built dashboard's files. */
  readonly dashboardDirectory: string;
  /**
   * Puts units into the queue of loads; throws FluxionError SCHEDULE_UNAVAILABLE if there is none. Absent where nothing is
   * loaded by schedule.
   */
  readonly queueLoads?: ((units: readonly MissingUnit[]) => Promise<QueuedUnits>) | undefined;
  /** Answers questions of analytics, from the mirror or from PostgreSQL. */
  readonly ask: Ask;
  /** The columnar copy; absent where none is kept. */
  readonly mirror?: Pick<Mirror, 'version' | 'isCurrent' | 'status' | 'sql'> | undefined;
}

/** Declares the routes of one resource's verb. */
export type Route = (app: Server, services: Services) => void;

export type { FastifyReply, FastifyRequest };
