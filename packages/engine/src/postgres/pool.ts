import pg from 'pg';
import { FluxionError } from '../base/index.ts';
import { LivePool } from './live-pool.ts';
import { resultTypes } from './result-types.ts';
import { PasswordSecret, secretAddressOf, secretFetcher, withoutSecretAddress } from './secret/index.ts';

export interface PoolOptions {
  /**
   * `postgres://user:password@host:port/database`, with the parameters that libpq's URLs take; in the place of the password
   * `passwordsecret` may name the ARN of a secret of AWS Secrets Manager that holds it.
   */
  readonly url: string;
  /** What the connections are called in pg_stat_activity. */
  readonly applicationName: string;
  /** The most connections that are ever open at once; 10 unless told otherwise. */
  readonly max?: number;
  /** So many are kept open while nobody needs them; the others are closed after 10 s. None unless told otherwise. */
  readonly kept?: number;
  /** After this long the server cancels a statement, and ends a transaction that nothing is done in; never unless told otherwise. */
  readonly statementTimeoutMs?: number;
}

const connectionTimeoutMs = 10_000;
/** A connection is not used for longer than half an hour: what a failover or a balancer has left behind goes by itself. */
const maxLifetimeSeconds = 30 * 60;
/** From then on the system asks a silent server each second, and after ten seconds takes it for lost. */
const keepAliveAfterMs = 10_000;
/** So much later than the server's own time-out: what is silent for longer is no server. */
const silenceAfterTimeoutMs = 30_000;

/**
 * What otherwise comes from the server, the database or the role. The search path by default begins with the schema that
 * is called as the role is: for a role `fluxion` that is the schema of the program's internals.
 */
const sessionSettings = `SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET search_path = public;
  SET standard_conforming_strings = on; SET lock_timeout = 0; SET idle_session_timeout = 0;
  SELECT set_config('transaction_timeout', '0', false) WHERE current_setting('transaction_timeout', true) IS NOT NULL`;

/** Without a limit of ours there is none: that of a role, meant for questions of people, would cut a copy of an hour off. */
function settingsOf(statementTimeoutMs = 0): string {
  return `${sessionSettings}; SET statement_timeout = ${statementTimeoutMs}; SET idle_in_transaction_session_timeout = ${statementTimeoutMs}`;
}

/** One for all pools with the same address: they share what they ask, and what they learn of a rotation. */
const secrets = new Map<string, PasswordSecret>();

function secretOf(url: string): PasswordSecret | undefined {
  const address = secretAddressOf(url);
  if (address === undefined) return undefined;
  const secret = secrets.get(address.arn) ?? new PasswordSecret(secretFetcher(address));
  secrets.set(address.arn, secret);
  return secret;
}

/** A driver's setting in the URL that makes `sslmode` mean what it means to libpq; without it `require` would verify. */
function asLibpq(url: string): string {
  if (!/[?&]sslmode=/.test(url) || /[?&]uselibpqcompat=/.test(url)) return url;
  return `${url}&uselibpqcompat=true`;
}

const advice = 'Write it as postgres://user:password@host:port/database.';

function refusal(error: unknown): string {
  // Neither the driver's message nor its cause is passed on: both may hold the password.
  if (!(error instanceof Error && 'syscall' in error && 'path' in error))
    return `The database's address cannot be read. ${advice}`;
  return `The file ${String(error.path)}, which the database's address names, cannot be read.`;
}

function refuseUnreadable(url: string): void {
  if (!/^postgres(ql)?:\/\//i.test(url)) {
    throw new FluxionError('DATABASE_UNREACHABLE', `The database's address is not a postgres:// URL. ${advice}`);
  }
  try {
    void new pg.Client({ connectionString: asLibpq(url) });
  } catch (error) {
    throw new FluxionError('DATABASE_UNREACHABLE', refusal(error));
  }
}

/**
 * A pool of connections whose sessions work in UTC, with `public` as their search path, and without the time limits of the role. It connects when first used; a query
 * that gets no connection within 10 s fails, whether the server is silent or all connections are taken. A connection that was
 * idle for a while is tried before it is given out, and none is used for longer than half an hour. With `sslmode=verify-full`
 * in the URL the server's certificate is checked, by the CA of `sslrootcert` or else by those that Node knows. In rows, DATE is
 * 'YYYY-MM-DD', NUMERIC and INT8 are strings, TIMESTAMPTZ is ISO-8601 in UTC with a Z, TIMESTAMP is as PostgreSQL
 * prints it; arrays of these alike.
 *
 * @throws FluxionError DATABASE_UNREACHABLE if the URL cannot be read
 */
export function openPool(options: PoolOptions): pg.Pool {
  refuseUnreadable(options.url);
  const { statementTimeoutMs } = options;
  const settings = settingsOf(statementTimeoutMs);
  const pool = new LivePool({
    connectionString: asLibpq(withoutSecretAddress(options.url)),
    secret: secretOf(options.url),
    application_name: options.applicationName,
    max: options.max ?? 10,
    min: options.kept ?? 0,
    maxLifetimeSeconds,
    connectionTimeoutMillis: connectionTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveAfterMs,
    types: resultTypes,
    silenceMs: statementTimeoutMs === undefined ? undefined : statementTimeoutMs + silenceAfterTimeoutMs,
    onConnect: (client) => client.query(settings),
  });
  // Without a listener a connection that dies, idle or between two statements of its user, would end the process. The
  // pool drops it by itself, and who uses it gets the error from the next query.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/**
 * The URL with its password in it, for programs that know of no secrets; another URL as it is.
 * @throws FluxionError DATABASE_UNREACHABLE or DATABASE_UNSUITABLE if the secret cannot be read
 */
export async function withPassword(url: string): Promise<string> {
  const secret = secretOf(url);
  if (secret === undefined) return url;
  const plain = new URL(withoutSecretAddress(url));
  plain.password = encodeURIComponent(await secret.read());
  return plain.href;
}
