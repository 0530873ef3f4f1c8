import { deepStrictEqual, ok } from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pool } from 'pg';
import { quoteIdentifier, quoteLiteral, type Question, type RawRow, type Rollup } from '../../base/index.ts';
import { openScratch } from '../../duckdb/index.ts';
import { copyOut } from '../../postgres/index.ts';

/** The two engines over the same rows. */
export interface BothEngines {
  /** Brings DuckDB's tables to what PostgreSQL's hold now. */
  refresh(): Promise<void>;
  /** Asks both. @returns their rows @throws AssertionError unless they give the same rows in the same order */
  ask<Parameters, Row>(question: Question<Parameters, Row>, parameters: Parameters): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** Texts, exact numbers and dates: what both engines print alike. */
const exactType = /^(VARCHAR|SMALLINT|INTEGER|BIGINT|HUGEINT|DECIMAL\(\d+,\d+\)|DATE)$/;

/** Copies the tables into a database of DuckDB's, and keeps the rollups there as tables, as the mirror does. */
export async function openBothEngines(options: {
  readonly pool: Pool;
  readonly tables: readonly string[];
  readonly rollups: readonly Rollup[];
}): Promise<BothEngines> {
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-parity-'));
  const { connection: duck, close } = await openScratch({ folder });
  const refresh = async () => {
    for (const table of options.tables) await copyTable(options.pool, duck, table, folder);
    for (const { name, of, sql } of options.rollups) {
      await duck.run(`CREATE OR REPLACE TABLE ${quoteIdentifier(name)} AS ${sql(quoteIdentifier(of))}`);
    }
  };
  await refresh();
  return {
    refresh,
    ask: (question, parameters) => askBoth(options.pool, duck, question, parameters),
    close: async () => {
      await close();
      await rm(folder, { recursive: true });
    },
  };
}

async function copyTable(pool: Pool, duck: DuckDBConnection, table: string, folder: string): Promise<void> {
  const name = quoteIdentifier(table);
  const file = join(folder, 'rows.csv');
  const { rows: columns } = await pool.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [name],
  );
  const client = await pool.connect();
  try {
    const copy = `COPY (SELECT * FROM ${name}) TO STDOUT (FORMAT csv)`;
    await pipeline(copyOut(client, copy, undefined), createWriteStream(file));
  } finally {
    client.release();
  }
  const list = (item: (column: { name: string; type: string }) => string) => columns.map(item).join(', ');
  await duck.run(
    `CREATE OR REPLACE TABLE ${name} (${list((column) => `${quoteIdentifier(column.name)} ${column.type}`)})`,
  );
  // In another order than PostgreSQL's: only what a question sorts comes out alike.
  await duck.run(
    `INSERT INTO ${name} SELECT csv.* FROM read_csv(${quoteLiteral(file)}, header = false, auto_detect = false, delim = ',',
       quote = '"', escape = '"', allow_quoted_nulls = false,
       columns = {${list((column) => `${quoteLiteral(column.name)}: 'VARCHAR'`)}}) AS csv ORDER BY hash(csv)`,
  );
}

async function askBoth<Parameters, Row>(
  pool: Pool,
  duck: DuckDBConnection,
  question: Question<Parameters, Row>,
  parameters: Parameters,
): Promise<readonly Row[]> {
  const { text, values } = question.sql(parameters);
  const fromDuck = await duckRows(duck, text, values);
  const common = question.rollups?.map(
    ({ name, of, sql }) => `${quoteIdentifier(name)} AS NOT MATERIALIZED (${sql(of)})`,
  );
  const statement = common ? `WITH ${common.join(', ')} SELECT * FROM (${text}) AS answer` : text;
  const { rows: fromPostgres } = await pool.query<RawRow>({
    text: statement,
    values,
    types: { getTypeParser: () => (value: string | Buffer) => String(value) },
  });
  const rows = fromDuck.map((raw) => question.row(raw));
  deepStrictEqual(
    rows,
    fromPostgres.map((raw) => question.row(raw)),
    `${question.name}: DuckDB and PostgreSQL answer differently`,
  );
  return rows;
}

async function duckRows(duck: DuckDBConnection, text: string, values: readonly unknown[]): Promise<readonly RawRow[]> {
  const reader = await duck.runAndReadAll(text, values.map(String));
  reader.columnTypes().forEach((type, index) => {
    ok(
      exactType.test(String(type)),
      `column ${reader.columnName(index)} is ${String(type)}, which is not printed alike`,
    );
  });
  return reader.getRowObjectsJson().map((row) => {
    return Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]),
    );
  });
}
