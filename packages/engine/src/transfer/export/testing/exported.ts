import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { onTestFinished } from 'vitest';
import { smallRowsJson } from '../../../duckdb/index.ts';

/** A path for a DuckDB file, in a folder that goes with the test that asks for it. */
export function newFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'fluxion-export-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, 'back.duckdb');
}

/** Asks a DuckDB file, as whoever gets it would. */
export async function ask(file: string, sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    await connection.run(`SET TimeZone = 'UTC'`);
    return await smallRowsJson(connection, sql);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Runs statements in a DuckDB file, and gives DuckDB's first refusal; undefined: there is none. */
export async function refusalOf(file: string, ...statements: readonly string[]): Promise<string | undefined> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  try {
    for (const statement of statements) await connection.run(statement);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
