import type { AskedDatabase } from '../asked.ts';
import { ok, warning, type Check, type Verdict } from '../../verdict.ts';

interface Role {
  readonly name: string;
  readonly owns: boolean;
  readonly superuser: boolean;
  readonly administrator: boolean;
  /** What an application's role has no use for. */
  readonly rights: readonly string[];
  /** Days until its password ends; null: it does not. */
  readonly days: number | null;
}

/** `rds_superuser` is what RDS's administrator is a member of, in the place of a superuser. */
const roleSql = `
  SELECT rolname AS name, rolsuper AS superuser,
         (SELECT pg_get_userbyid(datdba) = current_user FROM pg_database WHERE datname = current_database()) AS owns,
         coalesce(pg_has_role(current_user, to_regrole('rds_superuser'), 'MEMBER'), false) AS administrator,
         array_remove(ARRAY[CASE WHEN rolcreaterole THEN 'CREATEROLE' END, CASE WHEN rolcreatedb THEN 'CREATEDB' END,
           CASE WHEN rolreplication THEN 'REPLICATION' END, CASE WHEN rolbypassrls THEN 'BYPASSRLS' END], NULL) AS rights,
         CASE WHEN isfinite(rolvaliduntil) THEN extract(epoch FROM rolvaliduntil - now())::int / 86400 END AS days
  FROM pg_roles WHERE rolname = current_user`;

const ownRole = 'Let `fluxion prepare-role` make a role of its own, and sign in as that one.';
const soonDays = 30;

function rightsVerdict({ superuser, administrator, rights }: Role, target: AskedDatabase['target']): Verdict[] {
  if (superuser) return [warning('It is a superuser: whoever takes Fluxion over has the whole server.', ownRole)];
  if (administrator) {
    return [
      warning('It is an administrator (rds_superuser): whoever takes Fluxion over has the whole server.', ownRole),
    ];
  }
  if (target !== 'rds' || rights.length === 0) return [];
  return [
    warning(
      `It may do more than Fluxion needs: ${rights.join(', ')}.`,
      `ALTER ROLE ... ${rights.map((right) => `NO${right}`).join(' ')}`,
    ),
  ];
}

export function roleVerdicts(found: Role, target: AskedDatabase['target']): readonly Verdict[] {
  const { name, owns, days } = found;
  return [
    ok(`${name}, which ${owns ? 'owns' : 'does not own'} the database.`),
    ...rightsVerdict(found, target),
    ...(days !== null && days < soonDays
      ? [warning(`Its password ends in ${days} days.`, 'ALTER ROLE ... VALID UNTIL, or set a new one.')]
      : []),
  ];
}

/** Who signs in. What it may do is tried elsewhere: this is about what it may do besides. */
export const role: Check<AskedDatabase> = {
  name: 'role',
  async look({ pool, target }) {
    const { rows } = await pool.query<Role>(roleSql);
    return rows.flatMap((found) => roleVerdicts(found, target));
  },
};
