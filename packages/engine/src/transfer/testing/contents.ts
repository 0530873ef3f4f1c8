import type { Pool } from 'pg';

const relationsSql = `
  SELECT c.oid::regclass::text AS name, c.relkind AS kind FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'fluxion_transfer') AND c.relkind IN ('r', 'S', 'v') ORDER BY 1`;

const definitionsSql = `
  SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) || convalidated AS text FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT 'view ' || viewname || definition FROM pg_views WHERE schemaname = 'public'
  UNION ALL SELECT 'comment ' || objoid::regclass || objsubid || description FROM pg_description WHERE classoid = 'pg_class'::regclass
    AND objoid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
  ORDER BY 1`;

/** All that a database holds but for the ledger, as texts to be compared: every table's rows, sequences, and definitions. */
export async function contentsOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; kind: string }>(relationsSql);
  const contents: string[] = [];
  for (const { name, kind } of rows) {
    if (kind === 'v') continue;
    const row = kind === 'S' ? `last_value || ' ' || is_called` : 't::text';
    const sql = `SELECT count(*) || ' ' || coalesce(sum(hashtextextended(${row}, 0)), 0) AS digest FROM ${name} AS t`;
    contents.push(`${name}: ${(await pool.query<{ digest: string }>(sql)).rows[0]?.digest}`);
  }
  const definitions = await pool.query<{ text: string }>(definitionsSql);
  return [...contents, ...definitions.rows.map(({ text }) => text)];
}
