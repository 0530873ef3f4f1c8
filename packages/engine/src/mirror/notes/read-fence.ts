import type { QueryConfig } from 'pg';
import type { ChangedUnit, Unit } from '../declared.ts';
import { includes, parseSnapshot, type Snapshot } from '../snapshot/snapshot.ts';
import type { FenceReading } from './fence-reading.ts';

/** Whoever runs a statement: a client in its transaction, or a pool. */
export interface Asked {
  query<Row extends object>(statement: QueryConfig<unknown[]>): Promise<{ rows: Row[] }>;
}

interface FenceRow {
  snapshot: string;
  time: string;
  isLasting: boolean;
  history: string | null;
  horizon: string;
  changed: [table: number, unit: Unit][] | null;
  layouts: Record<string, string> | null;
  promised: string | null;
}

/**
 * The time is when the statement or its transaction began: before its snapshot, so that it promises nothing that is not so.
 * How far the log is on the disk is asked after it.
 */
const fenceSql = `
  SELECT snapshot::text, history::text, horizon::text, changed, layouts,
    pg_current_wal_flush_lsn() >= pg_current_wal_insert_lsn() AS "isLasting",
    to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS time,
    (SELECT promised::text FROM fluxion_mirror.mirrors WHERE id = $4::uuid) AS promised
  FROM fluxion_mirror.fence($1::xid8, $2::xid8[], $3::bigint)`;

/**
 * Asks PostgreSQL what has changed since a snapshot, in one statement and at the snapshot of its transaction: at most so
 * many units, and the fingerprints of all declared tables. A declared table that is not there has no fingerprint. The
 * history is empty if the notes are of another database than this one, as after a dump was restored: `installNotes`
 * begins it anew. It is empty too if the mirror is given and was never promised to be in the older state: the database has
 * been set back to a backup since then.
 * @throws what the database says
 */
export async function readFence(client: Asked, since: Snapshot, limit: number, mirror?: string): Promise<FenceReading> {
  const atMost = Math.min(limit, Number.MAX_SAFE_INTEGER - 1);
  const { rows } = await client.query<FenceRow>({
    name: 'fluxion_mirror_fence',
    text: fenceSql,
    // One more tells whether there are more.
    values: [since.xmax, since.running, atMost + 1, mirror ?? null],
  });
  const [row] = rows;
  if (!row) throw new RangeError('The fence gave no row.');
  const changed = row.changed ?? [];
  const isSetBack = mirror !== undefined && !(row.promised !== null && includes(parseSnapshot(row.promised), since));
  return {
    since,
    snapshot: parseSnapshot(row.snapshot),
    time: row.time,
    isLasting: row.isLasting,
    history: isSetBack ? '' : (row.history ?? ''),
    changed: changed.slice(0, atMost).map(([tableId, unit]): ChangedUnit => ({ tableId, unit })),
    more: changed.length > atMost,
    layouts: new Map(Object.entries(row.layouts ?? {}).map(([id, fingerprint]) => [Number(id), fingerprint])),
    horizon: BigInt(row.horizon),
  };
}
