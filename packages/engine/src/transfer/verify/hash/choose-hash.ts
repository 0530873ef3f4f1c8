import type { DuckDBConnection } from '@duckdb/node-api';
import { DatabaseError, type ClientBase } from 'pg';
import { smallRowsJson } from '../../../duckdb/index.ts';
import { fastRowHash, md5RowHash, type HashedValue, type RowHash } from './row-hash.ts';
import { alike } from './sql-pair.ts';

/** Texts of 0 to 70 characters, some of more than one byte, and numbers from one end of 64 bits to the other. */
const trial: readonly HashedValue[] = [
  { kind: 'text', ...alike(`left(repeat('flujo · ', 9), i::integer)`) },
  { kind: 'number', ...alike(`(i - 35)::bigint * 263521123456789012`) },
];

/** The server has no such function, or none that this role may call. */
const withoutFunction = new Set(['42883', '42501']);

/**
 * The fast hash where this server computes it as DuckDB does in a trial, else MD5: PostgreSQL's has been the same since
 * version 11, but nothing promises that, and on a big-endian machine it is another. `client` is in no transaction.
 */
export async function chooseHash(duck: DuckDBConnection, client: ClientBase): Promise<RowHash> {
  const hash = await fastRowHash(duck, trial);
  const list = (sql: string, rows: string) =>
    `SELECT string_agg((${sql})::varchar, ' ' ORDER BY i) AS hashes FROM ${rows} AS numbers(i)`;
  const [ours] = await smallRowsJson(duck, list(hash.duck, 'range(0, 71)'));
  try {
    const { rows } = await client.query<{ hashes: string }>(list(hash.postgres, 'generate_series(0, 70)'));
    return rows[0]?.hashes === ours?.hashes ? fastRowHash : md5RowHash;
  } catch (error) {
    if (error instanceof DatabaseError && withoutFunction.has(error.code ?? '')) return md5RowHash;
    throw error;
  }
}
