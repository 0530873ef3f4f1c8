import type { AskedDatabase } from '../asked.ts';
import { ok, problem, warning, type Check, type Verdict } from '../../verdict.ts';

interface Server {
  readonly version: string;
  readonly standby: boolean;
  readonly readOnly: boolean;
  readonly managed: boolean;
}

/** RDS has a role that no other server has. */
const serverSql = `
  SELECT current_setting('server_version') AS version, pg_is_in_recovery() AS standby,
         current_setting('default_transaction_read_only')::boolean AS "readOnly",
         to_regrole('rds_superuser') IS NOT NULL AS managed`;

const readsOnly = problem(
  'Transactions only read unless told otherwise (default_transaction_read_only).',
  'Turn that off for the role or the database: ALTER ROLE ... RESET default_transaction_read_only.',
);
const notRds = warning(
  'It is not Amazon RDS: there is no role rds_superuser.',
  'Give the address of the RDS instance, or leave --target away.',
);

export function versionVerdicts(
  { version: text, standby, readOnly, managed }: Server,
  target: AskedDatabase['target'],
): readonly Verdict[] {
  return [
    ok(`PostgreSQL ${text}${managed ? ' on Amazon RDS' : ''}; 16 or newer is needed.`),
    ...(standby ? [problem('It is a standby, which only reads.', 'Use the address of the primary.')] : []),
    ...(readOnly && !standby ? [readsOnly] : []),
    ...(target === 'rds' && !managed ? [notRds] : []),
  ];
}

/** Which server it is; one that is too old for Fluxion has been refused before. */
export const version: Check<AskedDatabase> = {
  name: 'server',
  async look({ pool, target }) {
    const { rows } = await pool.query<Server>(serverSql);
    return rows.flatMap((server) => versionVerdicts(server, target));
  },
};
