import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { duckTypeIds, parseDuckType, postgresTypeFor, rangeCheck, renderPostgresType, type DuckType } from './index.ts';

let connection: DuckDBConnection;
let instance: DuckDBInstance;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** A type without DuckDB's texts of it, for comparing what it is made of. */
function structure(type: DuckType): unknown {
  return JSON.parse(JSON.stringify(type, (key, value: unknown) => (key === 'text' ? undefined : value)));
}

describe('reading the catalogue of types', () => {
  it.each<[string, object]>([
    ['INTEGER', { id: 'INTEGER' }],
    ['DECIMAL(18,6)', { id: 'DECIMAL', precision: 18, scale: 6 }],
    ['TIMESTAMP WITH TIME ZONE', { id: 'TIMESTAMP WITH TIME ZONE' }],
    ["ENUM('a(b', 'it''s', 'INTEGER[]')", { id: 'ENUM', labels: ['a(b', "it's", 'INTEGER[]'] }],
    ['INTEGER[]', { id: 'LIST', element: { id: 'INTEGER' } }],
    ['DECIMAL(4,1)[3]', { id: 'ARRAY', size: 3, element: { id: 'DECIMAL', precision: 4, scale: 1 } }],
    [
      'TIME WITH TIME ZONE[][2]',
      { id: 'ARRAY', size: 2, element: { id: 'LIST', element: { id: 'TIME WITH TIME ZONE' } } },
    ],
    [
      'STRUCT(a INTEGER, "b ""c" TIME WITH TIME ZONE)',
      {
        id: 'STRUCT',
        fields: [
          { name: 'a', type: { id: 'INTEGER' } },
          { name: 'b "c', type: { id: 'TIME WITH TIME ZONE' } },
        ],
      },
    ],
    [
      'STRUCT(TIME WITH TIME ZONE, VARCHAR[])',
      {
        id: 'STRUCT',
        fields: [
          { name: '', type: { id: 'TIME WITH TIME ZONE' } },
          { name: '', type: { id: 'LIST', element: { id: 'VARCHAR' } } },
        ],
      },
    ],
    ['MAP(VARCHAR, JSON)', { id: 'MAP', key: { id: 'VARCHAR' }, value: { id: 'JSON' } }],
    ['UNION("name" VARCHAR)', { id: 'UNION', fields: [{ name: 'name', type: { id: 'VARCHAR' } }] }],
    ['"NULL"', { id: 'NULL' }],
    ["GEOMETRY('OGC:CRS84')", { id: 'GEOMETRY' }],
    ['HLLSKETCH', { id: 'UNKNOWN' }],
    ['"INTEGER"', { id: 'UNKNOWN' }],
    ['STRUCT(a INTEGER', { id: 'UNKNOWN' }],
    ['INTEGER junk', { id: 'UNKNOWN' }],
    ['', { id: 'UNKNOWN' }],
  ])('%s', (text, expected) => {
    expect(parseDuckType(text).text).toBe(text);
    expect(structure(parseDuckType(text))).toEqual(expected);
  });

  it('knows every type that DuckDB itself has', async () => {
    const reader = await connection.runAndReadAll(
      `SELECT DISTINCT logical_type FROM duckdb_types() WHERE NOT contains(logical_type, 'INVALID') ORDER BY 1`,
    );
    const names = reader.getRows().map(([name]) => String(name));
    // TYPE is what typeof() speaks of; no column can have it.
    expect(names.length).toBeGreaterThan(25);
    expect(names.filter((name) => parseDuckType(name).id === 'UNKNOWN')).toEqual(['TYPE']);
  });

  it('reads what DuckDB prints of any type', async () => {
    await fc.assert(
      fc.asyncProperty(anyType, async (type) => {
        const reader = await connection.runAndReadAll(`SELECT typeof(NULL::${type.text})`);
        const printed = String(reader.getRows()[0]?.[0]);
        expect(structure(parseDuckType(printed))).toEqual(structure(type));
        expect(parseDuckType(printed).text).toBe(printed);
      }),
      { numRuns: 300 },
    );
  });
});

const anyName = fc.oneof(
  fc.constantFrom(
    'a',
    'select',
    'time',
    'TIMESTAMP WITH TIME ZONE',
    'Big',
    'a b',
    'x"y',
    "it's",
    'ñ',
    'a,b)',
    '1',
    '[]',
    '$',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((name) => !name.includes('\0')),
);
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
/** DuckDB's fields of one type differ in more than their case. */
const fieldsOf = (type: fc.Arbitrary<DuckType>) =>
  fc.uniqueArray(fc.record({ name: anyName, type }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ name }) => name.toLowerCase().toUpperCase(),
  });
const anyLabels = fc.uniqueArray(
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter((label) => !label.includes('\0')),
  {
    minLength: 1,
    maxLength: 5,
  },
);
const plainIds = duckTypeIds.filter(
  (id) => !['ENUM', 'DECIMAL', 'LIST', 'ARRAY', 'STRUCT', 'MAP', 'UNION', 'NULL', 'UNKNOWN'].includes(id),
);

const { anyType } = fc.letrec<{ anyType: DuckType }>((tie) => ({
  anyType: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(...plainIds).map((id): DuckType => ({ id, text: id })),
    fc
      .tuple(fc.integer({ min: 1, max: 38 }), fc.nat(38))
      .map(([precision, scale]) => [precision, Math.min(precision, scale)] as const)
      .map(([precision, scale]): DuckType => ({
        id: 'DECIMAL',
        text: `DECIMAL(${precision},${scale})`,
        precision,
        scale,
      })),
    anyLabels.map((labels): DuckType => {
      return {
        id: 'ENUM',
        text: `ENUM(${labels.map((label) => `'${label.replaceAll("'", "''")}'`).join(', ')})`,
        labels,
      };
    }),
    tie('anyType').map((element): DuckType => ({ id: 'LIST', text: `${element.text}[]`, element })),
    fc
      .tuple(tie('anyType'), fc.integer({ min: 1, max: 1000 }))
      .map(([element, size]): DuckType => ({ id: 'ARRAY', text: `${element.text}[${size}]`, element, size })),
    fc
      .tuple(fc.constantFrom('STRUCT' as const, 'UNION' as const), fieldsOf(tie('anyType')))
      .map(([id, fields]): DuckType => {
        return {
          id,
          text: `${id}(${fields.map(({ name, type }) => `${quoted(name)} ${type.text}`).join(', ')})`,
          fields,
        };
      }),
    fc
      .tuple(tie('anyType'), tie('anyType'))
      .map(([key, value]): DuckType => ({ id: 'MAP', text: `MAP(${key.text}, ${value.text})`, key, value })),
  ),
}));

it('gives every type a place in PostgreSQL, or a reason', () => {
  for (const id of duckTypeIds) {
    const target = postgresTypeFor({ id, text: id });
    expect('refused' in target ? target.refused : renderPostgresType(target)).toMatch(/\w/);
  }
});

const enumName = () => ({ schema: 'public', name: 'mood' });

it.each([
  ['STRUCT(a HLLSKETCH)[]', 'DuckDB itself does not have the type HLLSKETCH; give --select TABLE=SQL that casts it'],
  ['DECIMAL(38,10)', 'numeric(38,10)'],
  ['UBIGINT', 'numeric(20,0)'],
  ['BIGNUM', 'numeric'],
  ['VARCHAR', 'text'],
  ['TIMESTAMP_S', 'timestamp'],
  ["ENUM('a')", '"public"."mood"'],
  ["ENUM('a')[]", '"public"."mood"[]'],
  [`ENUM('${'á'.repeat(31)}')`, '"public"."mood"'],
  [`ENUM('${'á'.repeat(32)}')`, 'text'],
  ['DECIMAL(4,1)[]', 'numeric(4,1)[]'],
  ['INTEGER[2][3][4]', 'int4[]'],
  ['INTEGER[1][1][1][1][1][1][1]', 'json'],
  ['INTEGER[2][]', 'json'],
  ['INTEGER[][2]', 'json'],
  ['STRUCT(a INTEGER)', 'json'],
  ['STRUCT(a INTEGER)[]', 'json'],
  ['VARIANT[]', 'json'],
])('%s becomes %s', (duck, postgres) => {
  const target = postgresTypeFor(parseDuckType(duck), enumName);
  expect('refused' in target ? target.refused : renderPostgresType(target)).toBe(postgres);
});

it('names the range that PostgreSQL must hold a column to', () => {
  expect(rangeCheck(parseDuckType('UTINYINT'))).toEqual({ least: '0', most: '255' });
  expect(rangeCheck(parseDuckType('HUGEINT[2]'))?.least).toBe('-170141183460469231731687303715884105728');
  expect(rangeCheck(parseDuckType('INTEGER'))).toBeUndefined();
  expect(rangeCheck(parseDuckType('VARCHAR'))).toBeUndefined();
});
