import type { Pool } from 'pg';
import { withTransaction } from '../../postgres/index.ts';

/** No notes are kept for a mirror that was not heard of for so long. */
const patience = '1 day';

/** More notes than that are not kept, whoever needs them. */
const mostNotes = 1_000_000;

/** At a time only one process removes notes. */
const lockSql = `SELECT pg_try_advisory_xact_lock(hashtextextended('fluxion_mirror.prune', 0)) AS locked`;

/**
 * Up to where notes go: what all mirrors have, or what is beyond the most that are kept; but never one whose transaction
 * some snapshot may not see yet.
 */
const pruneSql = `
  WITH bound AS (
    SELECT least(pg_snapshot_xmin(pg_current_snapshot()), greatest(
      (SELECT min(needed) FROM fluxion_mirror.mirrors WHERE seen > now() - $1::interval),
      (SELECT n.xid FROM fluxion_mirror.notes AS n ORDER BY n.xid DESC OFFSET $2 - 1 LIMIT 1))) AS xid),
  gone AS (
    DELETE FROM fluxion_mirror.notes AS n USING bound WHERE n.xid < bound.xid RETURNING n.xid),
  horizon AS (
    -- The transaction after the last one of which a note is gone.
    UPDATE fluxion_mirror.history SET horizon = (last::text::bigint + 1)::text::xid8
    FROM (SELECT max(xid) AS last FROM gone) AS g WHERE horizon <= last)
  SELECT count(*)::int AS gone FROM gone`;

/**
 * Removes the notes that no mirror needs any more: those that all mirrors of the last day have, and the oldest if there
 * are more than a million. Who comes later and lacks one learns it from the fence's horizon. Never waits: if another
 * process is at it, it does nothing.
 * @returns how many notes it removed
 */
export function prune(pool: Pool, { most = mostNotes }: { readonly most?: number } = {}): Promise<number> {
  return withTransaction(pool, async (client) => {
    const { rows } = await client.query<{ locked: boolean }>(lockSql);
    if (rows[0]?.locked !== true) return 0;
    const { rows: counts } = await client.query<{ gone: number }>(pruneSql, [patience, most]);
    await client.query(`DELETE FROM fluxion_mirror.mirrors WHERE seen < now() - interval '30 days'`);
    return counts[0]?.gone ?? 0;
  });
}
