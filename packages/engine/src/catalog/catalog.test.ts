import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { duckTypeIds, parseDuckType, postgresTypeFor, renderPostgresType } from './index.ts';

describe('reading the catalogue of types', () => {
  it.each([
    ['INTEGER', { id: 'INTEGER' }],
    ['DECIMAL(18,6)', { id: 'DECIMAL', precision: 18, scale: 6 }],
    ['TIMESTAMP WITH TIME ZONE', { id: 'TIMESTAMP WITH TIME ZONE' }],
    ["ENUM('a(b', 'INTEGER[]')", { id: 'ENUM' }],
    ['INTEGER[]', { id: 'LIST' }],
    ['DECIMAL(4,1)[3]', { id: 'ARRAY' }],
    ['STRUCT(a INTEGER, b VARCHAR)', { id: 'STRUCT' }],
    ['MAP(VARCHAR, INTEGER)', { id: 'MAP' }],
    ['UNION(a INTEGER)', { id: 'UNION' }],
    ['"NULL"', { id: 'NULL' }],
    ['HLLSKETCH', { id: 'UNKNOWN' }],
    ['', { id: 'UNKNOWN' }],
  ])('%s', (text, expected) => {
    expect(parseDuckType(text)).toEqual({ text, ...expected });
  });

  it('knows every type that DuckDB itself has', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll(
      `SELECT DISTINCT logical_type FROM duckdb_types() WHERE NOT contains(logical_type, 'INVALID') ORDER BY 1`,
    );
    const names = reader.getRows().map(([name]) => String(name));
    connection.closeSync();
    instance.closeSync();
    // TYPE is what typeof() speaks of; no column can have it.
    expect(names.length).toBeGreaterThan(25);
    expect(names.filter((name) => parseDuckType(name).id === 'UNKNOWN')).toEqual(['TYPE']);
  });
});

it('gives every type a place in PostgreSQL, or a reason', () => {
  for (const id of duckTypeIds) {
    const target = postgresTypeFor({ id, text: id });
    expect('refused' in target ? target.refused : renderPostgresType(target)).toMatch(/\w/);
  }
});

it.each([
  ['DECIMAL(38,10)', 'numeric(38,10)'],
  ['UBIGINT', 'numeric(20,0)'],
  ['VARCHAR', 'text'],
  ['TIMESTAMP_S', 'timestamp'],
])('%s becomes %s', (duck, postgres) => {
  const target = postgresTypeFor(parseDuckType(duck));
  expect('refused' in target ? target.refused : renderPostgresType(target)).toBe(postgres);
});
