import type { AskedDatabase } from '../asked.ts';
import { ok, problem, type Check, type Verdict } from '../../verdict.ts';

/** The most that one process of `fluxion up` opens: the sum of docs/operation.md's table. */
export const connectionsOfProcess = 46;
/** For a load's task, `fluxion mirror status`, a person's psql. */
const spare = 20;

interface Limits {
  readonly server: number;
  readonly reserved: number;
  /** -1: no limit. */
  readonly role: number;
  readonly database: number;
  readonly others: number;
}

/** `reserved_connections` is of 16 on. Those of our own that run now are counted as needed, not as taken. */
const limitsSql = `
  SELECT current_setting('max_connections')::int AS server,
         current_setting('superuser_reserved_connections')::int + coalesce(current_setting('reserved_connections', true), '0')::int
           + coalesce(current_setting('rds.rds_superuser_reserved_connections', true), '0')::int AS reserved,
         (SELECT rolconnlimit FROM pg_roles WHERE rolname = current_user) AS role,
         (SELECT datconnlimit FROM pg_database WHERE datname = current_database()) AS database,
         (SELECT count(*)::int FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datid IS NOT NULL
            AND (datname <> current_database() OR application_name NOT LIKE 'fluxion%')) AS others`;

export function connectionsVerdict(
  { server, reserved, role, database, others }: Limits,
  processes: number,
  target: AskedDatabase['target'],
): Verdict {
  const needed = processes * connectionsOfProcess + spare;
  const limits = [server - reserved - others, role, database].filter((limit, index) => index === 0 || limit >= 0);
  const left = Math.min(...limits);
  const count = processes === 1 ? 'one process' : `${processes} processes`;
  const found = `${left} of ${server} are left for Fluxion; ${count} of it and what runs beside open ${needed} at most.`;
  if (left >= needed) return ok(found);
  const raise =
    target === 'rds' ? 'in the parameter group, take a larger instance, or put RDS Proxy between' : 'of the server';
  const lift = 'lift the limit of the role (ALTER ROLE ... CONNECTION LIMIT) or of the database';
  return problem(found, `Raise max_connections ${raise}; or ${lift}.`);
}

/** Whether the server lets in as many as Fluxion's processes open at most. */
export const connections: Check<AskedDatabase> = {
  name: 'connections',
  async look({ pool, processes, target }) {
    const { rows } = await pool.query<Limits>(limitsSql);
    return rows.map((limits) => connectionsVerdict(limits, processes, target));
  },
};
