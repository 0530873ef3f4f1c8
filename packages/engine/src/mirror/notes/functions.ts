import type { ClientBase, Pool } from 'pg';
import type { DeclaredTable } from '../declared.ts';
import { declaredTables } from './declared-tables.ts';
import { patiently } from './patience.ts';
import { createFunctionSql, functionBody, idleFunctionSql } from './triggers.ts';

const unusedSql = `
  SELECT p.oid::regprocedure::text AS name FROM pg_proc AS p
  WHERE p.pronamespace = 'fluxion_mirror'::regnamespace AND p.proname ~ '^note_(changes|moves)_[0-9]+$'
    AND NOT EXISTS (SELECT FROM fluxion_mirror.tables AS t WHERE t.id = substring(p.proname FROM '[0-9]+')::int)`;

/** Makes the functions of a declared table's triggers, which somebody may have dropped; those that are as they should be are left alone. */
export async function createFunction(client: ClientBase, which: Partial<DeclaredTable>): Promise<void> {
  const isIt = (one: DeclaredTable) =>
    which.id === undefined ? one.schema === which.schema && one.table === which.table : one.id === which.id;
  const declared = (await declaredTables(client)).find(isIt);
  if (!declared) return;
  const { rows } = await client.query<{ body: string }>(
    `SELECT prosrc AS body FROM pg_proc
     WHERE oid = to_regprocedure(format('fluxion_mirror.note_changes_%s()', $1::int))
       AND to_regprocedure(format('fluxion_mirror.note_moves_%s()', $1::int)) IS NOT NULL`,
    [declared.id],
  );
  if (rows[0]?.body !== functionBody(declared)) await client.query(createFunctionSql(declared));
}

/** Removes declarations. Triggers that are still there note nothing then. @returns how many there were */
export async function forget(client: ClientBase, where: string, values: unknown[]): Promise<number> {
  const sql = `DELETE FROM fluxion_mirror.tables WHERE ${where} RETURNING id, noting`;
  const { rows } = await client.query<Pick<DeclaredTable, 'id' | 'noting'>>(sql, values);
  for (const { id, noting } of rows) if (noting === 'triggers') await client.query(idleFunctionSql(id));
  return rows.length;
}

/** Removes the functions of tables that are no longer declared, and their triggers with them. @throws FluxionError MIRROR_LOCKED */
export async function dropUnused(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(unusedSql);
  for (const { name } of rows) {
    await patiently(pool, 'A table that was mirrored', (client) =>
      client.query(`DROP FUNCTION IF EXISTS ${name} CASCADE`),
    );
  }
}
