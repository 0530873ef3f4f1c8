import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { smallRowsJson } from '../../duckdb/index.ts';
import { createDemoChain, type DemoOptions } from '../create-demo-chain.ts';

export interface DemoFile {
  readonly file: string;
  /** The rows of a query, 64-bit integers and decimals as strings. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** The only row of a query. */
  row(sql: string): Promise<Record<string, unknown>>;
  /** How many rows there are of what follows FROM. */
  count(from: string): Promise<number>;
  /** The first column of a query, as numbers. */
  numbers(sql: string): Promise<number[]>;
  /** Closes and deletes it. */
  drop(): Promise<void>;
}

/** The last day of the demo unless told otherwise. */
export const lastDay = '2025-09-30';

/** A demo chain in a folder of its own, open for reading. */
export async function createDemoFile(options: Omit<DemoOptions, 'file'>): Promise<DemoFile> {
  const directory = await mkdtemp(join(tmpdir(), 'fluxion-demo-'));
  const file = join(directory, 'demo.duckdb');
  await createDemoChain({ file, until: lastDay, ...options });
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY', threads: '1' });
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  const rows = (sql: string) => smallRowsJson(connection, sql);
  const row = async (sql: string) => {
    const [first, ...others] = await rows(sql);
    if (!first || others.length > 0) throw new Error(`not one row: ${sql}`);
    return first;
  };
  return {
    file,
    rows,
    row,
    count: async (from) => Number((await row(`SELECT count(*) AS n FROM ${from}`)).n),
    numbers: async (sql) => (await rows(sql)).map((found) => Number(Object.values(found)[0])),
    drop: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
