import type { DuckDBConnection } from '@duckdb/node-api';
import { DatabaseError, type ClientBase } from 'pg';
import { smallRowsJson } from '../../../duckdb/index.ts';
import { duckHashName, registerDuckHash } from './duck-hash.ts';
import { alike, type SqlPair } from './sql-pair.ts';

/** A hash of a text with a 64-bit seed, as a 64-bit integer, that both engines compute; NULL if either is NULL. */
export type HashFunction = (text: SqlPair, seed: SqlPair) => SqlPair;

/**
 * PostgreSQL's `hashtextextended`, thirty times as fast as its md5. It has been the same since PostgreSQL 11, but nothing
 * promises that, and it differs on a big-endian machine: see `chooseHash`.
 */
const fastHash: HashFunction = (text, seed) => ({
  duck: `${duckHashName}(${text.duck}, ${seed.duck})`,
  postgres: `hashtextextended((${text.postgres}) COLLATE "C", ${seed.postgres})`,
});

/** The first 60 bits of the MD5 of seed and text. */
export const md5Hash: HashFunction = (text, seed) => ({
  duck: `('0x0' || left(md5((${seed.duck})::VARCHAR || ':' || ${text.duck}), 15))::BIGINT`,
  postgres: `('x0' || left(md5((${seed.postgres})::text || ':' || ${text.postgres}), 15))::bit(64)::bigint`,
});

/** Texts of 0 to 70 characters, some of more than one byte, with seeds from one end of 64 bits to the other, and their hashes. */
function trial(hash: HashFunction): SqlPair {
  const text = `left(repeat('flujo · ', 9), i)`;
  const hashed = hash(alike(text), alike(`(i - 35)::bigint * 263521123456789012`));
  const list = (sql: string, rows: string) =>
    `SELECT string_agg((${sql})::varchar, ' ' ORDER BY i) AS hashes FROM ${rows} AS numbers(i)`;
  return {
    duck: list(hashed.duck, 'range(0, 71)'),
    postgres: list(hashed.postgres, 'generate_series(0, 70)'),
  };
}

/** The server has no such function, or none that this role may call. */
const withoutFunction = new Set(['42883', '42501']);

/** The fast hash, where this server computes it as DuckDB does in a trial; else MD5. `client` is in no transaction. */
export async function chooseHash(duck: DuckDBConnection, client: ClientBase): Promise<HashFunction> {
  await registerDuckHash(duck);
  const sql = trial(fastHash);
  const [ours] = await smallRowsJson(duck, sql.duck);
  try {
    const { rows } = await client.query<{ hashes: string }>(sql.postgres);
    return rows[0]?.hashes === ours?.hashes ? fastHash : md5Hash;
  } catch (error) {
    if (error instanceof DatabaseError && withoutFunction.has(error.code ?? '')) return md5Hash;
    throw error;
  }
}
