import type { ClientBase } from 'pg';
import { introspect, type Relation } from '../../postgres/index.ts';

export type { Relation };

const referringSchemasSql = `
  WITH RECURSIVE reached(oid) AS (
    SELECT c.oid FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = ANY($1)
    UNION SELECT k.conrelid FROM pg_constraint AS k JOIN reached AS r ON r.oid = k.confrelid WHERE k.contype = 'f')
  SELECT DISTINCT n.nspname AS name
  FROM reached AS r JOIN pg_class AS c ON c.oid = r.oid JOIN pg_namespace AS n ON n.oid = c.relnamespace`;

/** What the schemas hold, and those with a table whose foreign keys lead into them, near or far: what is emptied concerns it. */
export async function targetRelations(client: ClientBase, schemas: readonly string[]): Promise<Relation[]> {
  const { rows } = await client.query<{ name: string }>(referringSchemasSql, [schemas]);
  return introspect(client, [...new Set([...schemas, ...rows.map(({ name }) => name)])]);
}
