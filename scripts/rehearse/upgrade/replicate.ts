import { setTimeout as pause } from 'node:timers/promises';
import { migrateSchema } from '@fluxion/engine/postgres';
import type { ChainFile } from '../lib/chain.ts';
import { withPool, type Pool } from '../lib/rehearsal.ts';

const name = 'fluxion_upgrade';
const lookEveryMs = 100;

/**
 * What is brought to the new server: the chain's tables and Fluxion's own. Not the list of the schema's migrations, which the
 * new schema has of its own, and not the notes for columnar copies, whose transaction ids mean nothing elsewhere.
 */
const published = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name,
    EXISTS (SELECT FROM pg_index AS i WHERE i.indrelid = c.oid AND i.indisprimary) AS keyed
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
    AND n.nspname IN ('public', 'fluxion') AND c.relname NOT LIKE '%migrations'`;

/** Makes the schema and, since no replication makes any, the partitions that the chain has and will need meanwhile. */
export function makeEmptyChain(url: string, { from }: ChainFile): Promise<void> {
  return withPool(url, async (pool) => {
    await migrateSchema(pool);
    await pool.query(`SELECT fluxion.ensure_partitions($1::date, (current_date + interval '3 months')::date)`, [from]);
  });
}

/** Publishes the tables on the old server; one without a key is told apart by its whole rows. @returns their names */
export async function publish(old: Pool): Promise<string[]> {
  const { rows } = await old.query<{ name: string; keyed: boolean }>(published);
  for (const table of rows.filter(({ keyed }) => !keyed))
    await old.query(`ALTER TABLE ${table.name} REPLICA IDENTITY FULL`);
  const names = rows.map((row) => row.name);
  await old.query(`CREATE PUBLICATION ${name} FOR TABLE ${names.join(', ')} WITH (publish_via_partition_root = true)`);
  return names;
}

/** Empties the new server's tables, and has it take those of the old one and what is written there from then on. */
export async function subscribe(fresh: Pool, oldUrl: string, tables: readonly string[]): Promise<void> {
  // As replication itself does, without the triggers that keep people from emptying the audit log.
  await fresh.query(
    `SET session_replication_role = replica; TRUNCATE ${tables.join(', ')}; RESET session_replication_role`,
  );
  await fresh.query(`CREATE SUBSCRIPTION ${name} CONNECTION '${oldUrl}' PUBLICATION ${name}`);
}

/** Waits until every table was copied once. */
export async function untilCopied(fresh: Pool): Promise<void> {
  const left = `SELECT count(*) AS n FROM pg_subscription_rel WHERE srsubstate <> 'r'`;
  while ((await fresh.query<{ n: string }>(left)).rows[0]?.n !== '0') await pause(lookEveryMs);
}

/** Waits until the new server has all that the old one has written so far. */
export async function untilCaughtUp(old: Pool): Promise<void> {
  const { rows } = await old.query<{ lsn: string }>('SELECT pg_current_wal_lsn()::text AS lsn');
  const behind = `SELECT count(*) AS n FROM pg_replication_slots WHERE slot_name = $1 AND confirmed_flush_lsn < $2::pg_lsn`;
  while ((await old.query<{ n: string }>(behind, [name, rows[0]?.lsn])).rows[0]?.n !== '0') await pause(lookEveryMs);
}

/** Ends the replication, and takes over what it does not bring: where each sequence is. @returns how many sequences */
export async function takeOver(old: Pool, fresh: Pool): Promise<number> {
  await fresh.query(`DROP SUBSCRIPTION ${name}`);
  const { rows } = await old.query<{ name: string; last: string }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value AS last FROM pg_sequences
     WHERE schemaname IN ('public', 'fluxion') AND last_value IS NOT NULL`,
  );
  for (const sequence of rows) await fresh.query('SELECT setval($1::regclass, $2)', [sequence.name, sequence.last]);
  await fresh.query('ANALYZE');
  return rows.length;
}
