import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { RawRow, Rollup } from '@fluxion/engine/base';
import { mirroredTables } from '@fluxion/engine/chain';
import { exportDatabase } from '@fluxion/engine/transfer';
import type { Workbench } from '../lib/workbench.ts';
import type { Trial } from './trial.ts';

/** A DuckDB database that nobody else uses and nothing keeps up to date. */
export interface PlainFile {
  readonly connection: DuckDBConnection;
  ask(trial: Trial): Promise<readonly unknown[]>;
  close(): void;
}

/**
 * Writes the mirrored tables to a plain file, and beside them the same sums that the mirror keeps: what it is measured by
 * is DuckDB at its best, with nothing left out.
 */
export async function openPlainFile({ pool, directory }: Workbench, rollups: readonly Rollup[]): Promise<PlainFile> {
  const file = join(directory, 'plain.duckdb');
  const only = mirroredTables.map(({ name }) => name);
  await exportDatabase({ file, pool, schema: 'public', only, verify: false });
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  for (const { name, of, sql } of rollups) await connection.run(`CREATE TABLE ${name} AS ${sql(of)}`);
  await connection.run('CHECKPOINT');
  return {
    connection,
    async ask({ statement, row }) {
      const reader = await connection.runAndReadAll(statement.text, statement.values.map(String));
      return reader.getRowObjectsJson().map((found) => row(asTexts(found)));
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function asTexts(row: Readonly<Record<string, unknown>>): RawRow {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]));
}
