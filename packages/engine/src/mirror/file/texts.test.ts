import { expect, it } from 'vitest';
import { DuckDBInstance } from '@duckdb/node-api';
import { textOf } from './texts.ts';

const cases: readonly (readonly [sql: string, text: string | null])[] = [
  ['NULL::INTEGER', null],
  ['TRUE', 'true'],
  ['(-12)::TINYINT', '-12'],
  ['9223372036854775807::BIGINT', '9223372036854775807'],
  ['170141183460469231731687303715884105727::HUGEINT', '170141183460469231731687303715884105727'],
  ['1.5::DECIMAL(18,6)', '1.500000'],
  ['-0.01::DECIMAL(4,2)', '-0.01'],
  ['sum(x) FROM (VALUES (0.1::DECIMAL(18,6)), (0.2)) t(x)', '0.300000'],
  ['0.1::FLOAT', '0.1'],
  ['16777217::FLOAT', '16777216'],
  ['0.1::DOUBLE', '0.1'],
  [`'NaN'::DOUBLE`, 'NaN'],
  [`'-Infinity'::DOUBLE`, '-Infinity'],
  [`'ñandú 🦤'`, 'ñandú 🦤'],
  [`''`, ''],
  [`DATE '2026-01-31'`, '2026-01-31'],
  [`DATE '0044-03-15 (BC)'`, '0044-03-15 BC'],
  [`DATE '0001-03-15 (BC)'`, '0001-03-15 BC'],
  [`DATE '12026-01-31'`, '12026-01-31'],
  [`'infinity'::DATE`, 'infinity'],
  [`'-infinity'::DATE`, '-infinity'],
  [`TIMESTAMP '2026-01-31 13:05:09.250'`, '2026-01-31 13:05:09.25'],
  [`TIMESTAMP '0044-03-15 (BC) 01:02:03'`, '0044-03-15 01:02:03 BC'],
  [`'infinity'::TIMESTAMP`, 'infinity'],
  [`TIMESTAMPTZ '2026-01-31 13:05:09.25-04'`, '2026-01-31T17:05:09.25Z'],
  [`TIMESTAMPTZ '2026-01-31 23:59:59.999999+00'`, '2026-01-31T23:59:59.999999Z'],
  [`'-infinity'::TIMESTAMPTZ`, '-infinity'],
  [`TIME '13:05:09.5'`, '13:05:09.5'],
  [`'\\x00\\xFF'::BLOB`, '\\x00ff'],
  [`'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::UUID`, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'],
  [`'b'::ENUM('a', 'b')`, 'b'],
  [`'{"a": [1]}'::JSON`, '{"a": [1]}'],
];

it('gives values as text, with all their digits', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const duck = await instance.connect();
  await duck.run(`SET TimeZone = 'UTC'`);
  const texts = [];
  for (const [sql] of cases) {
    const [row] = (await duck.runAndReadAll(`SELECT ${sql}`)).convertRows(textOf);
    texts.push([sql, row?.[0]]);
  }
  expect(texts).toEqual(cases);
  duck.closeSync();
  instance.closeSync();
});
