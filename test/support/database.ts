import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { inject } from 'vitest';
import { openPool } from '../../packages/engine/src/postgres/index.ts';
import { databaseUrl, templateDatabase } from './database-url.ts';

export interface TestDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Ends the pool and drops the database, whoever is still connected. */
  drop(): Promise<void>;
}

async function onServer(statement: string): Promise<void> {
  const server = openPool({ url: inject('postgresUrl'), applicationName: 'fluxion-test', max: 1 });
  try {
    await server.query(statement);
  } finally {
    await server.end();
  }
}

/**
 * A database of the calling test file's own, on the server of its project (PostgreSQL 18 or 16): `empty`, or with
 * Fluxion's schema migrated. Its role owns it and is no superuser.
 */
export async function createTestDatabase(options: { readonly template: 'empty' | 'fluxion' }): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${options.template === 'fluxion' ? templateDatabase : 'template0'}`);
  const url = databaseUrl(inject('postgresUrl'), name);
  const pool = openPool({ url, applicationName: 'fluxion-test' });
  return {
    url,
    pool,
    drop: async () => {
      await pool.end();
      // Not WITH (FORCE): that would end autovacuum's worker too, which belongs to another role; DROP waits for that one.
      await onServer(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND usename = current_user`,
      );
      await onServer(`DROP DATABASE ${name}`);
    },
  };
}
