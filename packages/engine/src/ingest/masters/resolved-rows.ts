import type { ClientBase } from 'pg';
import { deliveredRows } from './delivered-rows.ts';
import type { MasterTable } from './master-table.ts';
import type { WrittenColumn } from './written-columns.ts';

/**
 * The temporary table of the rows as they are to be: `place`, `line`, the key and the written columns; `unchanged` where the table
 * has the row so already; `repeated` where another line says the same; `rejection`, the field, value and reason of a line
 * that cannot be loaded, else NULL.
 */
export const resolvedRows = 'pg_temp.fluxion_resolved';

/** The rows of it that are to be in the table. */
export const acceptedRows = `${resolvedRows} AS r WHERE r.rejection IS NULL AND NOT r.repeated`;

/** Finds for each line its row, what it is to be, and whether it may be so. */
export async function resolveRows(
  client: ClientBase,
  { name, joins = '', key, rules }: MasterTable,
  columns: readonly WrittenColumn[],
): Promise<void> {
  const found = key.map(
    // `=` where it may be: only so a row is found by an index or a hash.
    ({ column, sql, nullable }) => `t.${column} ${nullable ? 'IS NOT DISTINCT FROM' : '='} ${sql}`,
  );
  const unchanged = [
    `t.${key[0]?.column} IS NOT NULL`,
    ...columns.map((column) => `t.${column.name} IS NOT DISTINCT FROM ${column.sql}`),
  ];
  const values = [
    ...key.map(({ column, sql }) => `${sql} AS ${column}`),
    ...columns.map((column) => `${column.sql} AS ${column.name}`),
  ];
  const broken = rules.map(
    ({ field, broken: condition, reason }) => `WHEN ${condition} THEN ARRAY['${field}', d.${field}::text, ${reason}]`,
  );
  await client.query(`DROP TABLE IF EXISTS ${resolvedRows}`);
  await client.query(
    `CREATE TEMPORARY TABLE ${resolvedRows} ON COMMIT DROP AS
     SELECT d.place, d.line, ${values.join(', ')}, ${unchanged.join(' AND ')} AS unchanged, false AS repeated,
       CASE ${[...broken, `WHEN false THEN '{}'::text[]`].join(' ')} END AS rejection
     FROM ${deliveredRows} AS d ${joins} LEFT JOIN public.${name} AS t ON ${found.join(' AND ')}`,
  );
}

/** Of lines with the same key the last one counts: the others say the same, or are rejected. @returns how many say the same */
export async function settleRepeats(
  client: ClientBase,
  { key, named, unique }: MasterTable,
  columns: readonly WrittenColumn[],
): Promise<number> {
  const names = [...key.map(({ column }) => column), ...columns.map(({ name }) => name)];
  const equal = names.map((name) => `r.${name} IS NOT DISTINCT FROM l.${name}`).join(' AND ');
  const keys = [key.map(({ column }) => column), ...(unique === undefined ? [] : [[unique]])];
  for (const columnsOfKey of keys) {
    await client.query(
      `UPDATE ${resolvedRows} AS r
       SET repeated = (${equal}),
         rejection = CASE WHEN NOT (${equal}) THEN ARRAY['${named}', r.${named}::text, 'is given again in line ' || l.line] END
       FROM (SELECT r.place, max(r.place) OVER (PARTITION BY ${columnsOfKey.join(', ')}) AS last FROM ${acceptedRows}) AS p
       JOIN ${resolvedRows} AS l ON l.place = p.last
       WHERE r.place = p.place AND p.place < p.last`,
    );
  }
  const { rows } = await client.query<{ repeated: number }>(
    `SELECT count(*)::int AS repeated FROM ${resolvedRows} WHERE repeated`,
  );
  return rows[0]?.repeated ?? 0;
}
