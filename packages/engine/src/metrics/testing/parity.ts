import { deepStrictEqual, ok } from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pool, PoolClient } from 'pg';
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

interface Column {
  readonly name: string;
  readonly type: string;
  readonly has_order: boolean;
}

/** Where PostgreSQL shows the tables as a database of another locale would have them. */
const schema = 'parity';

/** Copies the tables into a database of DuckDB's, and keeps the rollups there as tables, as the mirror does. */
export async function openBothEngines(options: {
  readonly pool: Pool;
  readonly tables: readonly string[];
  readonly rollups: readonly Rollup[];
}): Promise<BothEngines> {
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-parity-'));
  const { connection: duck, close } = await openScratch({ folder });
  const client = await options.pool.connect();
  await client.query(`CREATE SCHEMA ${schema}`);
  for (const table of options.tables) await showInSpanishOrder(client, table);
  await client.query(`SET search_path = ${schema}, public`);
  const refresh = async () => {
    for (const table of options.tables) await copyTable(client, duck, table, folder);
    for (const { name, of, sql } of options.rollups) {
      await duck.run(`CREATE OR REPLACE TABLE ${quoteIdentifier(name)} AS ${sql(quoteIdentifier(of))}`);
    }
  };
  await refresh();
  return {
    refresh,
    ask: (question, parameters) => askBoth(client, duck, question, parameters),
    close: async () => {
      client.release(true);
      await close();
      await rm(folder, { recursive: true });
    },
  };
}

async function columnsOf(client: PoolClient, table: string): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type, attcollation <> 0 AS has_order FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [`public.${quoteIdentifier(table)}`],
  );
  return rows;
}

/** Text that a question sorts without saying how comes in the order of a dictionary here, and in that of its bytes in DuckDB. */
async function showInSpanishOrder(client: PoolClient, table: string): Promise<void> {
  const columns = (await columnsOf(client, table)).map(({ name, has_order }) => {
    return has_order
      ? `${quoteIdentifier(name)} COLLATE "es-x-icu" AS ${quoteIdentifier(name)}`
      : quoteIdentifier(name);
  });
  const name = quoteIdentifier(table);
  await client.query(`CREATE VIEW ${schema}.${name} AS SELECT ${columns.join(', ')} FROM public.${name}`);
}

async function copyTable(client: PoolClient, duck: DuckDBConnection, table: string, folder: string): Promise<void> {
  const name = quoteIdentifier(table);
  const file = join(folder, 'rows.csv');
  const columns = await columnsOf(client, table);
  const copy = `COPY (SELECT * FROM public.${name}) TO STDOUT (FORMAT csv)`;
  await pipeline(copyOut(client, copy, undefined), createWriteStream(file));
  const list = (item: (column: Column) => string) => columns.map(item).join(', ');
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
  client: PoolClient,
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
  const { rows: fromPostgres } = await client.query<RawRow>({
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
