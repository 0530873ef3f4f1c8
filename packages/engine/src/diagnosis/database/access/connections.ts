import type { AskedDatabase } from '../asked.ts';
import { ok, problem, type Check } from '../../verdict.ts';

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

/** Whether the server lets in as many as Fluxion's processes open at most. */
export const connections: Check<AskedDatabase> = {
  name: 'connections',
  async look({ pool, processes, target }) {
    const { rows } = await pool.query<Limits>(limitsSql);
    const needed = processes * connectionsOfProcess + spare;
    return rows.map(({ server, reserved, role, database, others }) => {
      const left = Math.min(server - reserved - others, ...[role, database].filter((limit) => limit >= 0));
      const count = processes === 1 ? 'one process' : `${processes} processes`;
      const found = `${left} of ${server} are left for Fluxion; ${count} of it and what runs beside open ${needed} at most.`;
      if (left >= needed) return ok(found);
      const more =
        target === 'rds' ? 'in the parameter group, take a larger instance, or put RDS Proxy between' : 'of the server';
      return problem(
        found,
        `Raise max_connections ${more}; or lift the limit of the role (ALTER ROLE ... CONNECTION LIMIT) or the database.`,
      );
    });
  },
};
