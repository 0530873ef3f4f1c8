import type { AskedDatabase } from '../asked.ts';
import { ok, warning, type Check, type Verdict } from '../../verdict.ts';

interface Waits {
  /** `4711 (idle in transaction since 12 min)`, of sessions that this role may see. */
  readonly long: readonly string[];
  readonly waiting: number;
  readonly blockers: readonly number[];
  readonly prepared: readonly string[];
  readonly slots: readonly string[];
  readonly hidden: number;
}

/** Of other roles' sessions, a role without pg_read_all_stats sees that they are there, and nothing of what they do. */
const waitsSql = `
  WITH session AS (
    SELECT * FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
  ), waiting AS (
    SELECT pid FROM pg_locks WHERE NOT granted AND waitstart < now() - interval '1 minute'
  )
  SELECT ARRAY(
           SELECT format('process %s (%s, %s min)', pid, state, extract(epoch FROM now() - xact_start)::int / 60)
           FROM session WHERE xact_start < now() - CASE WHEN state LIKE 'idle%' THEN interval '10 minutes' ELSE interval '1 hour' END
           ORDER BY xact_start) AS long,
         (SELECT count(*)::int FROM waiting) AS waiting,
         ARRAY(SELECT DISTINCT unnest(pg_blocking_pids(pid)) FROM waiting) AS blockers,
         ARRAY(SELECT gid FROM pg_prepared_xacts WHERE prepared < now() - interval '1 hour') AS prepared,
         ARRAY(SELECT slot_name::text FROM pg_replication_slots WHERE NOT active AND NOT temporary) AS slots,
         (SELECT count(*)::int FROM session WHERE query = '<insufficient privilege>') AS hidden`;

function troubles({ long, waiting, blockers, prepared, slots }: Waits): Verdict[] {
  const verdicts = [
    long.length > 0 &&
      warning(
        `Transactions that have been open for long: ${long.join(', ')}.`,
        'They keep deleted rows and locks: SELECT pg_terminate_backend(PROCESS), unless they are known to work.',
      ),
    waiting > 0 &&
      warning(
        `${waiting} have been waiting for locks for more than a minute, of processes ${blockers.join(', ')}.`,
        'See in pg_stat_activity what those do, and end them if they do nothing.',
      ),
    prepared.length > 0 &&
      warning(
        `Prepared transactions that nobody has ended: ${prepared.join(', ')}.`,
        'COMMIT PREPARED or ROLLBACK PREPARED them: Fluxion makes none.',
      ),
    slots.length > 0 &&
      warning(
        `Replication slots that nobody reads: ${slots.join(', ')}.`,
        'They keep the log until the disk is full: pg_drop_replication_slot, unless their reader comes back. Fluxion uses none.',
      ),
  ];
  return verdicts.filter((verdict) => verdict !== false);
}

export function waitsVerdicts(found: Waits): readonly Verdict[] {
  const hidden = found.hidden === 0 ? '' : ` What ${found.hidden} sessions of other roles do, this role may not see.`;
  const trouble = troubles(found);
  return trouble.length > 0 ? trouble : [ok(`Nothing is held up.${hidden}`)];
}

/** What holds others up, now or in the long run. */
export const waits: Check<AskedDatabase> = {
  name: 'waits',
  async look({ pool }) {
    const { rows } = await pool.query<Waits>(waitsSql);
    return rows.flatMap(waitsVerdicts);
  },
};
