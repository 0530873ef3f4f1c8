import type { ClientBase, Pool } from 'pg';
import { createFunction } from './functions.ts';
import { explained } from './install.ts';
import { patiently } from './patience.ts';
import type { Asked } from './read-fence.ts';
import { createTriggersSql, type Unequipped } from './triggers.ts';

/**
 * A table's own relation comes first: its trigger on rows that move is made on all partitions at once. Where that is, it
 * is let alone: to make it anew would look as if it had been off, and have all partitions copied for each that is new.
 */
const unequippedSql = `
  SELECT e.id, e.relation, e.is_ours AS "isOurs", e.keys, CASE WHEN NOT EXISTS (
    SELECT FROM pg_trigger AS t
    WHERE t.tgrelid = e.oid AND t.tgname = 'fluxion_mirror_move' AND t.tgenabled IN ('A', 'O')
      AND t.tgfoid = to_regprocedure(format('fluxion_mirror.note_moves_%s()', e.id))) THEN e.divided END AS divided
  FROM fluxion_mirror.equipment AS e
  WHERE NOT e.equipped ORDER BY e.id, cardinality(e.lineage), e.relation`;

/** Two processes would otherwise both make the same triggers, and the second one's would look like others. */
const lockSql = `SELECT pg_advisory_xact_lock(hashtextextended('fluxion_mirror.equip', 0))`;

async function unequipped(client: Asked): Promise<Unequipped[]> {
  return (await client.query<Unequipped>({ text: unequippedSql })).rows;
}

/**
 * Puts the triggers on tables and partitions that lack them, or whose triggers somebody has switched off. Each in a
 * transaction of its own, and only when nobody writes: a writer that had begun before would not be noted.
 * @returns how many were equipped
 * @throws FluxionError MIRROR_LOCKED if one is written into without a pause, DATABASE_UNSUITABLE without the rights
 */
export async function equip(pool: Pool): Promise<number> {
  try {
    const lacking = await unequipped(pool);
    for (const { relation } of lacking) await patiently(pool, relation, (client) => equipOne(client, relation));
    return lacking.length;
  } catch (error) {
    throw explained(error);
  }
}

async function equipOne(client: ClientBase, relation: string): Promise<void> {
  await client.query(lockSql);
  const still = (await unequipped(client)).find((one) => one.relation === relation);
  if (!still) return;
  await createFunction(client, { id: still.id });
  await client.query(createTriggersSql(still));
}
