import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { onTestFinished } from 'vitest';

/** A DuckDB database file that the given statements made, in a folder that goes with the test that asks for it. */
export async function createDuckFile(statements: string | readonly string[], name = 'chain.duckdb'): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'fluxion-duck-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const file = join(directory, name);
  await runInDuckFile(file, [statements, 'CHECKPOINT'].flat());
  return file;
}

/** Runs statements in a DuckDB file and closes it. */
export async function runInDuckFile(file: string, statements: string | readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  try {
    for (const statement of [statements].flat()) await connection.run(statement);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
