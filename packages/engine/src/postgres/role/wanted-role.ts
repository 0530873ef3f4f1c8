import pg from 'pg';
import { FluxionError } from '../../base/index.ts';
import { openPool, withPassword } from '../pool.ts';

/** A role and its database, as the address says that a program will use them. */
export interface WantedRole {
  readonly role: string;
  readonly password: string;
  readonly database: string;
}

function missing(what: string): FluxionError {
  const form = 'postgresql://ROLE@HOST:5432/DATABASE?passwordsecret=ARN, or with ROLE:PASSWORD';
  return new FluxionError('USAGE', `The address of the role names no ${what}. Write it as ${form}.`);
}

/** PostgreSQL cuts longer names off: another role or database than the one that was named would be made. */
const mostBytes = 63;

function refuseLong(what: string, name: string): void {
  if (Buffer.byteLength(name) <= mostBytes) return;
  throw new FluxionError(
    'USAGE',
    `The name of the ${what} is longer than the ${mostBytes} bytes that PostgreSQL takes.`,
  );
}

/**
 * Reads an address, and the secret that it names.
 * @throws FluxionError USAGE if it names no role, password or database, or one whose name is too long, and what reading the secret fails by
 */
export async function wantedRole(url: string): Promise<WantedRole> {
  // It refuses what cannot be read, without a word of the password.
  await openPool({ url, applicationName: 'fluxion' }).end();
  // As `pg` reads it: of a socket's address no host follows the role, `postgresql://ROLE:PASSWORD@/DATABASE?host=/run/postgresql`.
  const hosted = url.replace('@/', '@socket/');
  if (!URL.canParse(hosted)) throw missing('role and database');
  const named = new URL(hosted);
  if (named.username === '' && !named.searchParams.has('user')) throw missing('role');
  if (named.pathname.length < 2) throw missing('database');
  const { user = '', password, database = '' } = new pg.Client({ connectionString: await withPassword(url) });
  if (typeof password !== 'string' || password === '') throw missing('password');
  refuseLong('role', user);
  refuseLong('database', database);
  return { role: user, password, database };
}
