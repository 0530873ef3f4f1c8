import type { ClientBase, Pool } from 'pg';
import { withTransaction } from '../../postgres/index.ts';
import type { DeclaredTable, MirroredTable } from '../declared.ts';
import { declaredTables, nameOf } from './declared-tables.ts';
import { equip } from './equip.ts';
import { createFunction, dropUnused, forget } from './functions.ts';
import { explained } from './install.ts';
import { refuseTaken, unitTypes } from './inspect.ts';

/** Declarations are made one after the other. */
const lockSql = `SELECT pg_advisory_xact_lock(hashtextextended('fluxion_mirror.declare', 0))`;

/**
 * Has the tables' changes noted from now on: records them and puts triggers on them and their partitions. What is declared
 * alike already stays as it is; a table whose unit is another one now is declared anew, with a new id. Tables that are not
 * named stay declared. Writers are never made to wait for more than moments: a trigger is made when nobody writes.
 * @throws FluxionError MIRROR_REFUSED with one sentence for the first table that cannot be mirrored: then none is;
 * MIRROR_LOCKED if a table is written into without a pause; DATABASE_UNSUITABLE
 */
export async function declareTables(pool: Pool, tables: readonly MirroredTable[]): Promise<DeclaredTable[]> {
  try {
    await withTransaction(pool, async (client) => {
      await client.query(lockSql);
      for (const table of tables) await declare(client, table);
    });
    await equip(pool);
    await dropUnused(pool);
    return await declaredTables(pool);
  } catch (error) {
    throw explained(error);
  }
}

async function declare(client: ClientBase, { name, unit, noting = 'triggers' }: MirroredTable): Promise<void> {
  const asked = { ...nameOf(name), name, unit, noting };
  const types = await unitTypes(client, asked);
  const { schema, table } = asked;
  await refuseTaken(client, asked);
  // Another unit, or the same columns of other types: another id, so that a mirror takes it for another table.
  await forget(
    client,
    `schema_name = $1 AND table_name = $2 AND (unit, unit_types, noting) IS DISTINCT FROM ($3::text[], $4::text[], $5)`,
    [schema, table, unit, types, noting],
  );
  await client.query(
    `INSERT INTO fluxion_mirror.tables (schema_name, table_name, unit, unit_types, noting)
     SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (
       SELECT FROM fluxion_mirror.tables WHERE schema_name = $1 AND table_name = $2)`,
    [schema, table, unit, types, noting],
  );
  if (noting === 'triggers') await createFunction(client, { schema, table });
}

/**
 * Ends the mirroring of a table. Its triggers go with their function, for which it waits until nobody uses the table.
 * @returns whether it was declared
 * @throws FluxionError MIRROR_LOCKED if the table is used without a pause: it is no longer declared then, and its triggers
 * note nothing; DATABASE_UNSUITABLE
 */
export async function withdrawTable(pool: Pool, name: string): Promise<boolean> {
  const { schema, table } = nameOf(name);
  try {
    const forgotten = await withTransaction(pool, async (client) => {
      await client.query(lockSql);
      return forget(client, 'schema_name = $1 AND table_name = $2', [schema, table]);
    });
    await dropUnused(pool);
    return forgotten > 0;
  } catch (error) {
    throw explained(error);
  }
}
