import pg from 'pg';
import { FluxionError, messageOf } from '../base/index.ts';

export interface ServerVersion {
  /** As `server_version_num`: 180004 is 18.4. */
  readonly versionNumber: number;
  /** As `server_version`: '18.4'. */
  readonly version: string;
}

const oldestVersionNumber = 160_000;

/** `host:port/database as user`, without the password. */
function describeTarget(pool: pg.Pool): string {
  const { host, port, database, user } = new pg.Client(pool.options);
  return `${host}:${port}/${database ?? user ?? ''} as ${user ?? 'nobody'}`;
}

/** What a person can do about a certificate that is not trusted. */
function adviceOn(reason: string): string {
  if (!/certificate/i.test(reason)) return '';
  return '. Name the file of the CA that signed it: ?sslmode=verify-full&sslrootcert=FILE, and the host as it is certified.';
}

/**
 * Connects and finds out which PostgreSQL answers.
 *
 * @throws FluxionError DATABASE_UNREACHABLE, DATABASE_TOO_OLD (before 16) or DATABASE_UNSUITABLE (not UTF-8), each one
 * line that never shows the password
 */
export async function checkServer(pool: pg.Pool): Promise<ServerVersion> {
  const target = describeTarget(pool);
  const answer = await pool
    .query<{ number: string; version: string; encoding: string }>(
      `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version,
              current_setting('server_encoding') AS encoding`,
    )
    .catch((error: unknown) => {
      const reason = messageOf(error).replaceAll(/\s+/g, ' ');
      const message = `No usable PostgreSQL at ${target}: ${reason}${adviceOn(reason)}`;
      throw new FluxionError('DATABASE_UNREACHABLE', message, { cause: error });
    });
  const row = answer.rows[0];
  if (row === undefined) throw new FluxionError('DATABASE_UNREACHABLE', `No PostgreSQL answers at ${target}.`);
  const { version, encoding } = row;
  const versionNumber = Number(row.number);
  if (versionNumber < oldestVersionNumber) {
    throw new FluxionError('DATABASE_TOO_OLD', `PostgreSQL ${version} at ${target} is too old: 16 or newer is needed.`);
  }
  if (encoding !== 'UTF8') {
    throw new FluxionError('DATABASE_UNSUITABLE', `The database at ${target} stores ${encoding}: UTF8 is needed.`);
  }
  return { versionNumber, version };
}
