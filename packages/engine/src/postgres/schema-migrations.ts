import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { FluxionError, messageOf, quoteQualified } from '../base/index.ts';

/** From src/postgres and from dist/postgres alike. */
const shippedDirectory = fileURLToPath(new URL('../../sql', import.meta.url));
const shippedSchema = 'fluxion';
const ledger = 'migrations';
const migrationFile = /^\d{4}_\w+\.sql$/;

export type SchemaState = 'absent' | 'behind' | 'current' | 'ahead';

export interface MigrationSource {
  /** The folder with the numbered SQL files; Fluxion's own unless told otherwise. */
  readonly directory?: string;
  /** The schema that they make, where they are also recorded; Fluxion's own unless told otherwise. */
  readonly schema?: string;
}

async function shippedNames(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory);
  return entries
    .filter((name) => migrationFile.test(name))
    .map((name) => name.slice(0, -'.sql'.length))
    .toSorted();
}

async function appliedNames(database: pg.Pool, schema: string): Promise<readonly string[]> {
  const qualified = quoteQualified(schema, ledger);
  const { rows: found } = await database.query<{ exists: boolean }>('SELECT to_regclass($1) IS NOT NULL AS exists', [
    qualified,
  ]);
  if (found[0]?.exists !== true) return [];
  const { rows } = await database.query<{ name: string }>(`SELECT name FROM ${qualified} ORDER BY name`);
  return rows.map(({ name }) => name);
}

function compare(shipped: readonly string[], applied: readonly string[]): SchemaState {
  if (applied.length === 0) return 'absent';
  if (applied.some((name) => !shipped.includes(name))) return 'ahead';
  return applied.length === shipped.length ? 'current' : 'behind';
}

/**
 * How the database's schema stands to this program: `absent` (no migration was ever applied), `behind` (some are
 * missing), `current`, or `ahead` (it holds a migration that this program does not know: a newer one made it).
 */
export async function schemaState(pool: pg.Pool, source: MigrationSource = {}): Promise<SchemaState> {
  const { directory = shippedDirectory, schema = shippedSchema } = source;
  return compare(await shippedNames(directory), await appliedNames(pool, schema));
}

/** `0003_facts.sql, line 12`: where a statement failed, as far as PostgreSQL tells. */
async function failedAt(directory: string, name: string, error: unknown): Promise<string> {
  const position = error instanceof Error && 'position' in error ? Number(error.position) : Number.NaN;
  if (Number.isNaN(position)) return `${name}.sql`;
  const text = await readFile(join(directory, `${name}.sql`), 'utf8');
  // PostgreSQL counts characters, not UTF-16 units.
  const line = [...text].slice(0, position).filter((character) => character === '\n').length + 1;
  return `${name}.sql, line ${line}`;
}

async function runPending(client: pg.PoolClient, directory: string, schema: string): Promise<readonly string[]> {
  // Loaded only when there is something to apply, to keep the start quick.
  const { runner } = await import('node-pg-migrate');
  let current: string | undefined;
  const noteCurrent = (message: string): void => {
    current = /^### MIGRATION (\w+) /.exec(message)?.[1] ?? current;
  };
  const silent = (): void => {};
  try {
    const applied = await runner({
      dbClient: client,
      dir: directory,
      ignorePattern: String.raw`(?!\d{4}_\w+\.sql$).*`,
      direction: 'up',
      migrationsSchema: schema,
      migrationsTable: ledger,
      createMigrationsSchema: true,
      singleTransaction: true,
      advisoryLockMode: 'wait',
      logger: { debug: silent, info: noteCurrent, warn: silent, error: silent },
    });
    return applied.map(({ name }) => name);
  } catch (error) {
    const where = current === undefined ? '' : ` at ${await failedAt(directory, current, error)}`;
    const reason = `The schema could not be migrated${where}; nothing of it was kept: ${messageOf(error)}`;
    throw new FluxionError('DATABASE_UNSUITABLE', reason, { cause: error });
  }
}

/**
 * Applies the numbered SQL files that the database does not have yet, in order, and gives back their names (empty if
 * it was current). All pending files are one transaction: a database is migrated whole or left as it was. Programs
 * that migrate at once wait for each other.
 *
 * @throws FluxionError DATABASE_UNSUITABLE if the schema is newer than this program, or a statement fails
 */
export async function migrateSchema(pool: pg.Pool, source: MigrationSource = {}): Promise<readonly string[]> {
  const { directory = shippedDirectory, schema = shippedSchema } = source;
  const shipped = await shippedNames(directory);
  const applied = await appliedNames(pool, schema);
  const state = compare(shipped, applied);
  if (state === 'ahead') {
    const unknown = applied.filter((name) => !shipped.includes(name)).join(', ');
    const advice = 'Update Fluxion, or use another database.';
    throw new FluxionError('DATABASE_UNSUITABLE', `A newer Fluxion made this schema (${unknown}). ${advice}`);
  }
  if (state === 'current' || shipped.length === 0) return [];
  const client = await pool.connect();
  try {
    return await runPending(client, directory, schema);
  } finally {
    // Closed, not reused: a failed run may leave its advisory lock or a search path behind.
    client.release(true);
  }
}
