import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { askBoth } from './ask-both.ts';
import { fastRowHash, md5RowHash, type HashedValue, type RowHash } from './row-hash.ts';
import { alike } from './sql-pair.ts';

/** Texts of 0 to 70 characters, some of more than one byte, and numbers from one end of 64 bits to the other. */
const trial: readonly HashedValue[] = [
  { kind: 'text', ...alike(`left(repeat('flujo · ', 9), i::integer)`) },
  { kind: 'number', ...alike(`(i - 35)::bigint * 263521123456789012`) },
];

/** False or null: the server has no such function, or none that this role may call. Asked for, it fails no transaction. */
const isThere = `SELECT has_function_privilege(to_regprocedure('hashtextextended(text, bigint)'), 'EXECUTE') AS is_there`;

/**
 * The fast hash where this server computes it as DuckDB does in a trial, else MD5: PostgreSQL's has been the same since
 * version 11, but nothing promises that, and on a big-endian machine it is another.
 */
export async function chooseHash(duck: DuckDBConnection, client: ClientBase): Promise<RowHash> {
  const { rows } = await client.query<{ is_there: boolean | null }>(isThere);
  if (rows[0]?.is_there !== true) return md5RowHash;
  const hash = await fastRowHash(duck, trial);
  const list = (sql: string, source: string) =>
    `SELECT string_agg((${sql})::varchar, ' ' ORDER BY i) AS hashes FROM ${source} AS numbers(i)`;
  const answers = await askBoth(
    { duck, client },
    { duck: list(hash.duck, 'range(0, 71)'), postgres: list(hash.postgres, 'generate_series(0, 70)') },
  );
  return answers.duck[0]?.hashes === answers.postgres[0]?.hashes ? fastRowHash : md5RowHash;
}
