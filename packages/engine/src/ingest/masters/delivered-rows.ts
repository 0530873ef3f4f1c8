import { copyQuery, type CopiedColumn } from '../../bridge/index.ts';
import { quoteIdentifier } from '../../base/index.ts';
import { renderPostgresType, type PostgresType } from '../../catalog/index.ts';
import type { FieldType } from '../../sources/index.ts';
import type { MasterLoad } from './master-load.ts';

/**
 * The temporary table of the lines as they were delivered: `place BIGINT`, the number of the row in DuckDB, `line BIGINT`,
 * which rows of one record of JSON share, and every field of the feed.
 */
export const deliveredRows = 'pg_temp.fluxion_delivered';

function postgresType(type: FieldType): PostgresType {
  switch (type.kind) {
    case 'decimal':
      return { name: 'numeric', precision: type.precision, scale: type.scale };
    case 'text':
      return { name: 'text' };
    case 'integer':
      return { name: 'int4' };
    case 'boolean':
      return { name: 'bool' };
    case 'instant':
      return { name: 'timestamptz' };
    case 'date':
    case 'time':
      return { name: type.kind };
  }
}

/** Brings the lines into PostgreSQL. @returns how many there are @throws the server's refusal, or DuckDB's */
export async function sendDeliveredRows({ client, duck, tables, feed, onRows, signal }: MasterLoad): Promise<number> {
  const columns: CopiedColumn[] = [
    { name: 'place', type: { name: 'int8' } },
    { name: 'line', type: { name: 'int8' } },
    ...feed.fields.map(({ name, type }) => ({ name, type: postgresType(type) })),
  ];
  const names = columns.map(({ name }) => quoteIdentifier(name));
  const types = columns.map(({ type }, index) => `${names[index]} ${renderPostgresType(type)}`);
  await client.query(`DROP TABLE IF EXISTS ${deliveredRows}`);
  await client.query(`CREATE TEMPORARY TABLE ${deliveredRows} (${types.join(', ')}) ON COMMIT DROP`);
  const query = `SELECT rowid AS place, ${names.slice(1).join(', ')} FROM ${tables.rows}`;
  const rows = await copyQuery({
    duck,
    client,
    query,
    into: deliveredRows,
    columns,
    ...(onRows && { onRows }),
    signal,
  });
  await client.query(`ANALYZE ${deliveredRows}`);
  return rows;
}
