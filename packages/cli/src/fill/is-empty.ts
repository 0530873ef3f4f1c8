import { quoteQualified } from '@fluxion/engine/base';
import type { Database } from '../database/index.ts';

/** Who may sign in is no part of a chain's data: a new database has its administrator before its first store. */
const people = ['usuarios', 'usuarios_ubicaciones', 'tokens'];

const tablesSql = `
  SELECT relname AS name
  FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> ALL ($1)`;

/** Whether the database holds nothing of any chain: no table of the schema public has a row, but for those of people. */
export async function isEmpty(pool: Database['pool']): Promise<boolean> {
  const { rows: tables } = await pool.query<{ name: string }>(tablesSql, [people]);
  if (tables.length === 0) return true;
  const anyRow = tables.map(({ name }) => `EXISTS (SELECT FROM ${quoteQualified('public', name)})`).join(' OR ');
  const { rows } = await pool.query<{ occupied: boolean }>(`SELECT ${anyRow} AS occupied`);
  return rows[0]?.occupied === false;
}
