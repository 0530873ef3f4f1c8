import type pg from 'pg';
import { abortable, FluxionError, messageOf, quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import { checkServer } from '../check-server.ts';
import { openPool } from '../pool.ts';
import { rightsOf, type RoleRights } from './role-rights.ts';
import { scramVerifier } from './scram-verifier.ts';
import { wantedRole, type WantedRole } from './wanted-role.ts';

export interface PrepareRole {
  /** Connections of an administrator: one who may create roles and databases, as RDS's; no superuser is needed. */
  readonly administrator: pg.Pool;
  /** The address that programs will use: role, database, and password or secret. */
  readonly url: string;
  /** Aborted: it waits no longer for another process that prepares. */
  readonly signal?: AbortSignal | undefined;
}

export interface PreparedRole extends RoleRights {
  readonly role: string;
  readonly database: string;
  /** False: it was there, and has the address's password now. */
  readonly createdRole: boolean;
  readonly createdDatabase: boolean;
}

interface Standing {
  readonly self: string;
  readonly exists: boolean;
  readonly superuser: boolean;
  readonly database: string | null;
  readonly owner: string | null;
  readonly iterations: string | null;
}

const standingSql = `
  SELECT current_user::text AS self, current_setting('scram_iterations', true) AS iterations,
         r.oid IS NOT NULL AS exists, coalesce(r.rolsuper, false) AS superuser,
         d.datname::text AS database, pg_get_userbyid(d.datdba)::text AS owner
  FROM (SELECT $1::text AS role, $2::text AS database) AS wanted
  LEFT JOIN pg_roles AS r ON r.rolname = wanted.role
  LEFT JOIN pg_database AS d ON d.datname = wanted.database`;

const insufficientPrivilege = '42501';

/** Runs a statement that an administrator may make. */
async function make(client: pg.ClientBase, what: string, statement: string): Promise<void> {
  await client.query(statement).catch((error: unknown) => {
    const refused = error instanceof Error && 'code' in error && error.code === insufficientPrivilege;
    const advice = refused ? ' Sign in as an administrator of the server: on RDS the one it was made with.' : '';
    // Not the error itself: it holds the statement's place, and with it the verifier.
    throw new FluxionError('DATABASE_UNSUITABLE', `${what}: ${messageOf(error)}.${advice}`);
  });
}

async function standing(client: pg.ClientBase, { role, database }: WantedRole): Promise<Standing> {
  const { rows } = await client.query<Standing>(standingSql, [role, database]);
  const found = rows[0];
  if (found === undefined) throw new FluxionError('INTERNAL', 'The server does not say what roles it has.');
  if (found.self === role) {
    const advice = 'Give --database the address of an administrator, and another role to --for.';
    throw new FluxionError('USAGE', `"${role}" cannot prepare itself. ${advice}`);
  }
  if (found.superuser) {
    const advice = 'Name another role: Fluxion needs no such rights, and should have none.';
    throw new FluxionError('DATABASE_UNSUITABLE', `The role "${role}" is a superuser. ${advice}`);
  }
  return found;
}

/** By RDS's default 4096, as PostgreSQL's. */
const usualIterations = 4096;

async function ensureRole(client: pg.ClientBase, wanted: WantedRole, found: Standing): Promise<void> {
  const verifier = await scramVerifier(wanted.password, Number(found.iterations ?? usualIterations));
  const verb = found.exists ? 'ALTER' : 'CREATE';
  const what = `The role "${wanted.role}" could not be ${found.exists ? 'changed' : 'created'}`;
  const name = quoteIdentifier(wanted.role);
  await make(client, what, `${verb} ROLE ${name} LOGIN PASSWORD ${quoteLiteral(verifier)}`);
}

/** Lets the administrator act as the role for as long as it gives it a database: who creates a role may only administer it. */
async function actingAs(client: pg.ClientBase, role: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(`SELECT pg_has_role(current_user, $1, 'SET') AS may`, [role]);
  if (rows[0]?.may === true) return work();
  const name = quoteIdentifier(role);
  const membership = `${name} TO CURRENT_USER WITH SET TRUE, INHERIT FALSE`;
  await make(client, `The administrator could not act as "${role}"`, `GRANT ${membership}`);
  try {
    await work();
  } finally {
    await make(
      client,
      `"${role}" could not be taken back from the administrator`,
      `REVOKE ${name} FROM CURRENT_USER GRANTED BY CURRENT_USER`,
    );
  }
}

async function ensureDatabase(client: pg.ClientBase, { role, database }: WantedRole, found: Standing): Promise<void> {
  if (found.owner === role) return;
  if (found.owner !== null && found.owner !== found.self) {
    const advice = `Name another database, or give it away yourself: ALTER DATABASE ${quoteIdentifier(database)} OWNER TO ${quoteIdentifier(role)}.`;
    throw new FluxionError('DATABASE_UNSUITABLE', `The database "${database}" belongs to "${found.owner}". ${advice}`);
  }
  const [name, owner] = [quoteIdentifier(database), quoteIdentifier(role)];
  await actingAs(client, role, () =>
    found.database === null
      ? make(
          client,
          `The database "${database}" could not be created`,
          `CREATE DATABASE ${name} OWNER ${owner} ENCODING 'UTF8' TEMPLATE template0`,
        )
      : make(
          client,
          `The database "${database}" could not be given to "${role}"`,
          `ALTER DATABASE ${name} OWNER TO ${owner}`,
        ),
  );
}

const twoServers =
  'The role and the database are made on the server of --database: does the address of --for lead there too?';

/** Signs in as the new role, by the very address that programs will use. */
async function tryRole(url: string): Promise<RoleRights> {
  const pool = openPool({ url, applicationName: 'fluxion', max: 1 });
  try {
    await checkServer(pool).catch((error: unknown) => {
      if (!(error instanceof FluxionError)) throw error;
      throw new FluxionError(error.code, error.message, { details: [twoServers], cause: error });
    });
    return await rightsOf(pool);
  } finally {
    await pool.end();
  }
}

/** Only one process prepares at a time; any number that nobody else takes. */
const lockKey = '7145290918360219';

/**
 * Makes the role and the database that an address names, where they are not there; gives the role the address's password, and
 * the database if it is the administrator's; and signs in as the role. Run again it changes nothing but sets the password again. The password reaches the
 * server only as its SCRAM verifier.
 *
 * @throws the signal's reason; FluxionError USAGE for an address that names too little, DATABASE_UNREACHABLE, DATABASE_TOO_OLD, and
 * DATABASE_UNSUITABLE if the administrator may not do it
 */
export async function prepareRole({ administrator, url, signal }: PrepareRole): Promise<PreparedRole> {
  const wanted = await wantedRole(url);
  await checkServer(administrator);
  const client = await administrator.connect();
  let found: Standing;
  try {
    await abortable(client.query('SELECT pg_advisory_lock($1)', [lockKey]), signal);
    found = await standing(client, wanted);
    await ensureRole(client, wanted, found);
    await ensureDatabase(client, wanted, found);
  } finally {
    // Closed, not reused: with it the lock ends.
    client.release(true);
  }
  const rights = await tryRole(url);
  const { role, database } = wanted;
  return { role, database, createdRole: !found.exists, createdDatabase: found.database === null, ...rights };
}
