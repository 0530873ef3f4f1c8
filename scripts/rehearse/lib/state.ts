import type { Pool } from './rehearsal.ts';

/** Count and digest of each table's rows, by its name; a partition is a table. */
export type DatabaseState = ReadonlyMap<string, string>;

/** Every table that survives a crash, of whatever schema: those of Fluxion's own too, which no export holds. */
const tablesSql = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  ORDER BY 1`;

/** What the database holds: the order of rows does not matter, and a row that is there twice counts twice. */
export async function stateOf(pool: Pool): Promise<DatabaseState> {
  const state = new Map<string, string>();
  const { rows } = await pool.query<{ name: string }>(tablesSql);
  for (const { name } of rows) {
    const digest = `SELECT count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) AS digest FROM ${name} AS t`;
    state.set(name, (await pool.query<{ digest: string }>(digest)).rows[0]?.digest ?? '');
  }
  return state;
}

/** The tables of which two states say something else. */
export function differences(one: DatabaseState, other: DatabaseState): string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name) !== other.get(name));
}
