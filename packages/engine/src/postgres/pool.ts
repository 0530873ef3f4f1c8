import pg from 'pg';
import { FluxionError } from '../base/index.ts';
import { resultTypes } from './result-types.ts';

export interface PoolOptions {
  /** `postgres://user:password@host:port/database`, with the parameters that libpq's URLs take. */
  readonly url: string;
  /** What the connections are called in pg_stat_activity. */
  readonly applicationName: string;
  /** The most connections that are ever open at once; 10 unless told otherwise. */
  readonly max?: number;
  /** After this long the server cancels a statement; never unless told otherwise. */
  readonly statementTimeoutMs?: number;
}

const connectionTimeoutMs = 10_000;

/**
 * What otherwise comes from the server, the database or the role. The search path by default begins with the schema that
 * is called as the role is: for a role `fluxion` that is the schema of the program's internals.
 */
const sessionSettings = `SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET search_path = public;
  SET standard_conforming_strings = on; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET idle_session_timeout = 0;
  SELECT set_config('transaction_timeout', '0', false) WHERE current_setting('transaction_timeout', true) IS NOT NULL`;

/** A limit that the role has for questions of people would cut a copy of an hour off. */
const patience = 'SET statement_timeout = 0';

function refuseUnreadable(url: string): void {
  const advice = 'Write it as postgres://user:password@host:port/database.';
  if (!/^postgres(ql)?:\/\//i.test(url)) {
    throw new FluxionError('DATABASE_UNREACHABLE', `The database's address is not a postgres:// URL. ${advice}`);
  }
  try {
    void new pg.Client({ connectionString: url });
  } catch {
    // Neither the driver's message nor its cause is passed on: both may hold the password.
    throw new FluxionError('DATABASE_UNREACHABLE', `The database's address cannot be read. ${advice}`);
  }
}

/**
 * A pool of connections whose sessions work in UTC, with `public` as their search path, and without the time limits of the role. It connects when first used; a query
 * that gets no connection within 10 s fails, whether the server is silent or all connections are taken. In rows, DATE is
 * 'YYYY-MM-DD', NUMERIC and INT8 are strings, TIMESTAMPTZ is ISO-8601 in UTC with a Z, TIMESTAMP is as PostgreSQL
 * prints it; arrays of these alike.
 *
 * @throws FluxionError DATABASE_UNREACHABLE if the URL cannot be read
 */
export function openPool(options: PoolOptions): pg.Pool {
  refuseUnreadable(options.url);
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: options.applicationName,
    max: options.max ?? 10,
    connectionTimeoutMillis: connectionTimeoutMs,
    keepAlive: true,
    types: resultTypes,
    ...(options.statementTimeoutMs === undefined ? {} : { statement_timeout: options.statementTimeoutMs }),
    onConnect: (client) =>
      client.query(options.statementTimeoutMs === undefined ? `${sessionSettings}; ${patience}` : sessionSettings),
  });
  // Without a listener a connection that dies, idle or between two statements of its user, would end the process. The
  // pool drops it by itself, and who uses it gets the error from the next query.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
