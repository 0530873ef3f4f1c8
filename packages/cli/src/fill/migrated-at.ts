import { existsSync } from 'node:fs';
import { fingerprint } from '@fluxion/engine/duckdb';
import { completedAt } from '@fluxion/engine/transfer';
import type { Database } from '../database/index.ts';

/** When this file, as it is now, was migrated into the database whole; undefined if it never was, or is not there. */
export async function migratedAt(pool: Database['pool'], file: string): Promise<string | undefined> {
  return existsSync(file) ? completedAt(pool, fingerprint(file)) : undefined;
}
