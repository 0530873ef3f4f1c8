import type { Pool, PoolClient } from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { declareTables } from '../declare.ts';
import { installNotes } from '../install.ts';
import { readFence } from '../read-fence.ts';

/** A table divided by days, one of whose partitions is divided again; one that is one unit; one that cascades to another. */
const tablesSql = `
  CREATE TABLE visits (site text, day date, visitors int) PARTITION BY RANGE (day);
  CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
  CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM ('2024-02-01') TO ('2024-03-01') PARTITION BY LIST (site);
  CREATE TABLE visits_2_a PARTITION OF visits_2 FOR VALUES IN ('a');
  CREATE TABLE visits_2_rest PARTITION OF visits_2 DEFAULT;
  CREATE TABLE stations (id int PRIMARY KEY, name text);
  CREATE TABLE readings (id int PRIMARY KEY, station int REFERENCES stations ON DELETE CASCADE ON UPDATE CASCADE, value int);`;

export const mirrored = [
  { name: 'visits', unit: ['site', 'day'] },
  { name: 'stations', unit: [] },
  { name: 'readings', unit: ['station'] },
];

/** A database with these tables, which are mirrored. */
export async function mirroredDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase({ template: 'empty' });
  await database.pool.query(tablesSql);
  await installNotes(database.pool);
  await declareTables(database.pool, mirrored);
  return database;
}

/** Sees what was committed before any transaction: nothing. */
export const beginning: Snapshot = { xmin: 3n, xmax: 3n, running: [] };

/** The state of the database now. */
export async function now(pool: Pool): Promise<Snapshot> {
  return (await readFence(pool, beginning, 0)).snapshot;
}

/** The units that have changed since, as `table(values)`, in order. */
export async function changedSince(pool: Pool, since: Snapshot): Promise<string[]> {
  const { changed } = await readFence(pool, since, 1000);
  const { rows } = await pool.query<{ id: number; name: string }>(
    'SELECT id, table_name AS name FROM fluxion_mirror.tables',
  );
  const name = (id: number) => rows.find((row) => row.id === id)?.name ?? String(id);
  return changed.map(({ tableId, unit }) => `${name(tableId)}(${unit.map(String).join(', ')})`).toSorted();
}

/** Runs `work` on a connection of its own. */
export async function onOther<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failed = true;
  try {
    const result = await work(client);
    failed = false;
    return result;
  } finally {
    client.release(failed);
  }
}
