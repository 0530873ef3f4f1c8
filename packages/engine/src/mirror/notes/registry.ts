import type { Pool } from 'pg';
import { withTransaction } from '../../postgres/index.ts';
import { parseSnapshot, snapshotText, type Snapshot } from '../snapshot/snapshot.ts';
import type { Asked } from './read-fence.ts';

/** What a mirror is about to have, and what it still needs. */
export interface MirrorPromise {
  /** Of the mirror's file: a UUID. */
  readonly id: string;
  /** The state that the file is about to be in; undefined: none that it would be served in. */
  readonly snapshot?: Snapshot | undefined;
  /** The oldest transaction whose later notes it needs, whether it comes to that state or not. */
  readonly needed: bigint;
}

const promiseSql = `
  INSERT INTO fluxion_mirror.mirrors AS m (id, promised, needed) VALUES ($1, $2, $3::xid8)
  ON CONFLICT (id) DO UPDATE SET promised = coalesce(excluded.promised, m.promised), needed = excluded.needed, seen = now()`;

/**
 * Records that a mirror's file is about to be in a state, and flushes the log of all that this state has seen: a crash
 * would otherwise give transaction ids out again that the file already knows. Called after all rows have been read, and
 * before the file's own commit.
 * @returns the fingerprints of the tables as they are after that. Where one is another than at the file's snapshot, what
 * was read of the table may be no state that it was ever in, as TRUNCATE and rewrites show to older snapshots too: the
 * caller throws it away.
 */
export async function promise(
  pool: Pool,
  { id, snapshot, needed }: MirrorPromise,
): Promise<ReadonlyMap<number, string>> {
  return withTransaction(pool, async (client) => {
    // Standbys need not have it: on another timeline mirrors begin anew.
    await client.query(`SET LOCAL synchronous_commit = 'local'`);
    await client.query(promiseSql, [id, snapshot ? snapshotText(snapshot) : null, needed]);
    const { rows } = await client.query<{ id: number; fingerprint: string }>(
      'SELECT id, fingerprint FROM fluxion_mirror.layouts()',
    );
    return new Map(rows.map((row) => [row.id, row.fingerprint]));
  });
}

/**
 * The state that the mirror's file was last promised to be in; undefined: none. A file in a state that this one does not
 * include is of another past of the database, as after it was set back to a backup.
 */
export async function promised(client: Asked, id: string): Promise<Snapshot | undefined> {
  const { rows } = await client.query<{ promised: string | null }>({
    text: 'SELECT promised::text FROM fluxion_mirror.mirrors WHERE id = $1',
    values: [id],
  });
  const text = rows[0]?.promised;
  return text === null || text === undefined ? undefined : parseSnapshot(text);
}

/** Forgets mirrors whose files are gone: no notes are kept for them. */
export async function forgetMirrors(pool: Pool, ids: readonly string[]): Promise<void> {
  await pool.query('DELETE FROM fluxion_mirror.mirrors WHERE id = ANY ($1::uuid[])', [ids]);
}
