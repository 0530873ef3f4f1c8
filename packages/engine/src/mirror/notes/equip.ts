import type { ClientBase, Pool } from 'pg';
import { explained } from './install.ts';
import { patiently } from './patience.ts';
import type { Asked } from './read-fence.ts';
import { createTriggersSql, type Unequipped } from './triggers.ts';

/** A table's own relation comes first: its trigger on rows that move is made on all partitions at once. */
const unequippedSql = `
  SELECT id, relation, is_ours AS "isOurs", divided, keys FROM fluxion_mirror.equipment
  WHERE NOT equipped ORDER BY id, cardinality(lineage), relation`;

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
  if (still) await client.query(createTriggersSql(still));
}
