import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type pg from 'pg';
import { quoteIdentifier, quoteLiteral } from '../../../base/index.ts';
import { parseDuckType, postgresTypeFor, renderPostgresType, type DuckType } from '../../../catalog/index.ts';
import { inspectCatalog, smallRowsJson } from '../../../duckdb/index.ts';
import { createTranslator, type Translator } from '../index.ts';

/** The same tables in DuckDB and in PostgreSQL, and a translator between them. */
export interface BothEngines {
  readonly duck: DuckDBConnection;
  readonly translator: Translator;
  /** The rows of a query on both engines, each value as a text that does not tell the engine; in the rows' order if the query sorts them. */
  answers(query: string): Promise<{ source: string[]; target: string[]; sql: string }>;
  close(): void;
}

/** Makes the tables in DuckDB with the statements, and the same in PostgreSQL's schema `public`. */
export async function onBothEngines(client: pg.Pool, statements: readonly string[]): Promise<BothEngines> {
  const instance = await DuckDBInstance.create(':memory:');
  const duck = await instance.connect();
  await duck.run(`SET TimeZone = 'UTC'`);
  for (const statement of statements) await duck.run(statement);
  const catalog = await inspectCatalog(duck);
  for (const table of catalog.tables) await copyTable(duck, client, table.name, table.columns);
  const translator = createTranslator(duck, {
    spelling: (name) => name,
    relation: (_, name) => quoteIdentifier(name),
    macros: catalog.macros,
  });
  for (const { schema, name, sql } of catalog.views)
    await client.query(`CREATE VIEW ${quoteIdentifier(name)} AS ${await translator.view({ schema, sql })}`);
  return {
    duck,
    translator,
    answers: (query) => answers(duck, client, translator, query),
    close: () => {
      duck.closeSync();
      instance.closeSync();
    },
  };
}

interface TableColumn {
  readonly name: string;
  readonly type: DuckType;
}

async function copyTable(
  duck: DuckDBConnection,
  client: pg.Pool,
  name: string,
  columns: readonly TableColumn[],
): Promise<void> {
  const typeOf = ({ type }: TableColumn) => {
    const target = postgresTypeFor(type);
    if ('refused' in target) throw new Error(target.refused);
    return `${renderPostgresType(target)}${target.name === 'text' ? ' COLLATE "C"' : ''}`;
  };
  const list = columns.map((column) => `${quoteIdentifier(column.name)} ${typeOf(column)}`).join(', ');
  await client.query(`CREATE TABLE ${quoteIdentifier(name)} (${list})`);
  const texts = columns.map((column) => `${textOf(column)} AS ${quoteIdentifier(column.name)}`).join(', ');
  for (const row of await smallRowsJson(duck, `SELECT ${texts} FROM ${quoteIdentifier(name)}`)) {
    const values = columns.map((column) =>
      row[column.name] === null ? 'NULL' : quoteLiteral(String(row[column.name]).replace(' (BC)', ' BC')),
    );
    await client.query(`INSERT INTO ${quoteIdentifier(name)} VALUES (${values.join(', ')})`);
  }
}

/** DuckDB's text of a value, in a form that PostgreSQL reads. */
function textOf({ name, type }: TableColumn): string {
  const column = quoteIdentifier(name);
  if (type.id === 'STRUCT' || type.id === 'MAP') return `to_json(${column})::VARCHAR`;
  return type.id === 'LIST' ? `translate(${column}::VARCHAR, '[]', '{}')` : `${column}::VARCHAR`;
}

async function answers(
  duck: DuckDBConnection,
  client: pg.Pool,
  translator: Translator,
  query: string,
): ReturnType<BothEngines['answers']> {
  const sql = await translator.view({ schema: 'main', sql: `CREATE VIEW v AS ${query};` });
  const types = (await smallRowsJson(duck, `DESCRIBE ${query}`)).map((row) => parseDuckType(String(row.column_type)));
  const names = types.map((_, index) => `c${index}`);
  const source = await smallRowsJson(
    duck,
    `SELECT ${names.map((name) => `${name}::VARCHAR AS ${name}`).join(', ')} FROM (${query}) AS v(${names.join(', ')})`,
  );
  await client.query('DROP VIEW IF EXISTS translated');
  await client.query(`CREATE VIEW translated (${names.join(', ')}) AS ${sql}`);
  const target = (
    await client.query<Record<string, unknown>>(
      `SELECT ${names.map((name) => `${name}::text AS ${name}`).join(', ')} FROM translated`,
    )
  ).rows;
  const rows = (from: readonly Record<string, unknown>[]) => {
    const lines = from.map((row) => names.map((name, index) => plainText(row[name], types[index])).join(' | '));
    return /ORDER BY/.test(query) ? lines : lines.toSorted();
  };
  return { source: rows(source), target: rows(target), sql };
}

const numbers = new Set([
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'HUGEINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
  'UHUGEINT',
  'DECIMAL',
]);

/** A value's text without the engines' habits of printing. Floats keep 14 digits: sums add up in any order. */
function plainText(value: unknown, type: DuckType | undefined): string {
  if (value === null || value === undefined) return 'NULL';
  const text = String(value);
  if (type?.id === 'DOUBLE' || type?.id === 'FLOAT') {
    const known = { inf: 'Infinity', '-inf': '-Infinity', nan: 'NaN', '-nan': 'NaN' }[text] ?? text;
    return Number(known).toPrecision(type.id === 'FLOAT' ? 6 : 14);
  }
  if (type && numbers.has(type.id))
    return text
      .replace(/^(-?)\./, '$10.')
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
  if (type?.id === 'LIST')
    return text
      .replaceAll(/[{}]/g, (bracket) => (bracket === '{' ? '[' : ']'))
      .replaceAll(', ', ',')
      .replaceAll(/["']/g, '');
  if (type?.id === 'INTERVAL')
    return text
      .replaceAll('mon', 'month')
      .replaceAll('monthth', 'month')
      .replaceAll(/(year|month|day)s/g, '$1');
  const beforeChrist = / \(?BC\)?/.test(text);
  return text.replace(/ \(?BC\)?/, '').replace(/\+00:?(00)?$/, '+00') + (beforeChrist ? ' BC' : '');
}
