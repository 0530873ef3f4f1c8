import { copyQuery, type CopiedColumn } from '../../bridge/index.ts';
import { renderPostgresType } from '../../catalog/index.ts';
import type { WriteContext } from '../units/unit.ts';

/**
 * Brings the rows of a DuckDB query into a temporary table of PostgreSQL that lasts as long as the transaction.
 * @throws the server's refusal, or DuckDB's
 */
export async function sendTemporary(
  { client, duck, signal }: WriteContext,
  into: string,
  columns: readonly CopiedColumn[],
  query: string,
): Promise<void> {
  const definitions = columns.map(({ name, type }) => `${name} ${renderPostgresType(type)}`);
  await client.query(`CREATE TEMPORARY TABLE ${into} (${definitions.join(', ')}) ON COMMIT DROP`);
  await copyQuery({ duck, client, query, into, columns, signal });
  await client.query(`ANALYZE ${into}`);
}
