import { describe, expect, it } from 'vitest';
import { md5RowHash } from '../../bridge/index.ts';
import { provideTwoTables, type Row } from './testing/two-tables.ts';

const tables = provideTwoTables();

type Case = readonly [
  name: string,
  columns: Readonly<Record<string, string>>,
  source: readonly Row[],
  target: readonly Row[],
  differing: readonly string[],
];

const ofTwo = { i: 'INTEGER', s: 'VARCHAR' };
const texts = { a: 'VARCHAR', b: 'VARCHAR' };
const three = { i: 'INTEGER', a: 'VARCHAR', b: 'VARCHAR' };
const amounts = { a: 'DECIMAL(18,6)', b: 'DECIMAL(18,6)' };

const moved: readonly Case[] = [
  [
    'a value, with another row',
    ofTwo,
    [
      ['1', `'a'`],
      ['2', `'b'`],
    ],
    [
      ['1', `'b'`],
      ['2', `'a'`],
    ],
    ['(rows)'],
  ],
  [
    'one column, back to front',
    ofTwo,
    Array.from({ length: 200 }, (_, i) => [`${i}`, `'${i}'`]),
    Array.from({ length: 200 }, (_, i) => [`${i}`, `'${199 - i}'`]),
    ['(rows)'],
  ],
  [
    'two columns, with another row',
    three,
    [
      ['1', `'a'`, `'p'`],
      ['2', `'b'`, `'q'`],
    ],
    [
      ['1', `'b'`, `'q'`],
      ['2', `'a'`, `'p'`],
    ],
    ['(rows)'],
  ],
  [
    'crosswise, so that every pair of columns has each pair of values as often as before',
    { a: 'INTEGER', b: 'INTEGER', c: 'INTEGER' },
    [
      ['0', '0', '0'],
      ['0', '1', '1'],
      ['1', '0', '1'],
      ['1', '1', '0'],
    ],
    [
      ['0', '0', '1'],
      ['0', '1', '0'],
      ['1', '0', '0'],
      ['1', '1', '1'],
    ],
    ['(rows)'],
  ],
  [
    'one unit, to another row',
    amounts,
    [
      ['1', '10'],
      ['2', '20'],
    ],
    [
      ['1', '11'],
      ['2', '19'],
    ],
    ['b'],
  ],
  ['one unit, to another column', amounts, [['10', '20']], [['11', '19']], ['a', 'b']],
  ['values, between columns', amounts, [['10', '20']], [['20', '10']], ['a', 'b']],
  ['the border of columns', texts, [[`'ab'`, `'c'`]], [[`'a'`, `'bc'`]], ['a', 'b']],
  ['NULL, to another column', texts, [[`'a'`, 'NULL']], [['NULL', `'a'`]], ['a', 'b']],
];

const one = (type: string, source: string, target: string): Case => [
  `${type}: ${source}, not ${target}`,
  { v: type },
  [[`CAST(${source} AS ${type})`]],
  [[target]],
  ['v'],
];

const changed: readonly Case[] = [
  one('VARCHAR', 'NULL', `''`),
  one('VARCHAR', `''`, 'NULL'),
  one('VARCHAR', `'0'`, 'NULL'),
  one('VARCHAR', `''`, `'0'`),
  one('VARCHAR', `'a'`, `'a '`),
  one('VARCHAR', `chr(233)`, `'e' || chr(769)`),
  one('VARCHAR', `repeat('a', 4095)`, `repeat('a', 4096)`),
  one('INTEGER', '0', 'NULL'),
  one('INTEGER', 'NULL', '0'),
  one('BIGINT', '9223372036854775807', '9223372036854775806'),
  one('BIGINT', '4294967296', '0'),
  one('BOOLEAN', 'true', 'false'),
  one('DECIMAL(18,6)', '1.000001', '1.000002'),
  one('DECIMAL(38,6)', `'99999999999999999999999999999999.999999'`, `'99999999999999999999999999999999.999998'`),
  one('DOUBLE', '0', `'-0'`),
  one('DOUBLE', `'NaN'`, 'NULL'),
  one('DOUBLE', `'Infinity'`, `'-Infinity'`),
  one('DOUBLE', '0.1', '0.10000000000000002'),
  one('DOUBLE', '1e300', `'Infinity'`),
  one('FLOAT', '16777216', '16777218'),
  one('DATE', `'infinity'`, `'-infinity'`),
  one('DATE', `'infinity'`, 'NULL'),
  one('DATE', `'0044-03-15 (BC)'`, `'0044-03-15'`),
  one('TIMESTAMP', `'2024-01-01 00:00:00.000001'`, `'2024-01-01 00:00:00.000002'`),
  one('TIMESTAMP', `'1850-01-01 00:00:00.000001'`, `'1850-01-01 00:00:00.000002'`),
  one('TIMESTAMP', `'294000-01-01 00:00:00.000001'`, `'294000-01-01 00:00:00.000002'`),
  one('TIMESTAMP', `'infinity'`, `'294276-12-31 23:59:59.999999'`),
  one('TIMESTAMP WITH TIME ZONE', `'2024-01-01 00:00:00+00'`, `'2024-01-01 00:00:00+01'`),
  one('TIME', `'24:00:00'`, `'00:00:00'`),
  one('TIME WITH TIME ZONE', `'12:00:00+01'`, `'11:00:00+00'`),
  one('TIME WITH TIME ZONE', `'12:00:00+00:00:01'`, `'12:00:00+00:01'`),
  one('INTERVAL', `INTERVAL 1 MONTH`, `'30 days'`),
  one('INTERVAL', `INTERVAL 1 DAY`, `'24 hours'`),
  one('BLOB', `'\\x00'::BLOB`, `'\\x0000'`),
  one('UUID', `'00000000-0000-0000-0000-000000000001'`, `'00000000-0000-0000-0000-000000000000'`),
  one('INTEGER[]', '[1, NULL]', `'{1}'`),
  one('INTEGER[]', '[]', 'NULL'),
  one('INTEGER[]', '[1, 2]', `'{{1,2}}'`),
  one('INTEGER[]', '[1, 2]', `'[0:1]={1,2}'`),
  one('VARCHAR[]', `['NULL']`, `ARRAY[NULL]::text[]`),
  one('VARCHAR[]', `['a,b']`, `ARRAY['a','b']`),
  one('JSON', `'{"a":1}'`, `'{"a": 1}'`),
];

const often: readonly Case[] = [
  ['a row, twice another', { i: 'INTEGER' }, [['1'], ['1'], ['2']], [['1'], ['2'], ['2']], ['i']],
  [
    'a row twice, for another twice',
    { i: 'INTEGER' },
    [['1'], ['1'], ['2'], ['2']],
    [['1'], ['1'], ['3'], ['3']],
    ['i'],
  ],
  [
    'a row of nothing but NULLs too few',
    texts,
    [
      ['NULL', 'NULL'],
      [`'a'`, `'b'`],
    ],
    [[`'a'`, `'b'`]],
    ['a', 'b'],
  ],
];

describe.each([
  ['the fast hash', undefined],
  ['md5', md5RowHash],
])('with %s', (_, hash) => {
  const options = hash ? { hash } : {};
  const isSeen = async (...[, columns, source, target, differingColumns]: Case) => {
    expect(await tables.prove(columns, source, target, options)).toMatchObject({ equal: false, differingColumns });
  };
  it.each(moved)('sees what moved: %s', isSeen);
  it.each(changed)('sees what changed: %s', isSeen);
  it.each(often)('sees how often: %s', isSeen);

  it.each([...moved, ...often])('minds no order of rows: %s', async (_name, columns, rows) => {
    const found = await tables.prove(columns, rows, rows.toReversed(), options);
    expect(found).toMatchObject({ equal: true, sourceRows: rows.length, differingColumns: [], differences: [] });
  });
});
