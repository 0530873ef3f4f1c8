import { anyColumn } from '#testing/random-values.ts';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDuckType } from '../../catalog/index.ts';
import { jsonTextOf, valueFromJson } from './index.ts';

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

async function rows(sql: string): Promise<unknown[][]> {
  return (await connection.runAndReadAll(sql)).getRows();
}

/** The JSON texts of values of one type, once they have been read back to the same values. */
async function textsOf(values: readonly string[], from = 't'): Promise<unknown[]> {
  const list = values.map((value) => `(${value})`).join(', ');
  if (from === 't') await connection.run(`CREATE OR REPLACE TABLE t AS SELECT v FROM (VALUES ${list}) AS listed(v)`);
  const [[printed] = []] = await rows(`SELECT typeof(v) FROM ${from}`);
  const type = parseDuckType(String(printed));
  const found = await rows(
    `SELECT text, b IS NOT DISTINCT FROM v AND typeof(b) = typeof(v), CAST(v AS VARCHAR), CAST(b AS VARCHAR)
    FROM (SELECT v, text, ${valueFromJson(type, 'text')} AS b FROM (SELECT v, ${jsonTextOf(type, 'v')} AS text FROM ${from}))`,
  );
  for (const [, same, before, after] of found) expect({ same, after }).toEqual({ same: true, after: before });
  return found.map(([text]) => text);
}

describe('JSON text of nested values', () => {
  it.each<[string, string | null]>([
    [`{'a': 1, 'B "c"': NULL, 'd': [true, NULL]}`, '{"a":1,"B \\"c\\"":null,"d":[true,null]}'],
    [`CAST(NULL AS STRUCT(a INTEGER))`, null],
    [`CAST([] AS INTEGER[][])`, '[]'],
    [`[[], NULL, [1]]`, '[[],null,[1]]'],
    [`['nan'::DOUBLE, 'inf', '-inf', '-0.0', 1e300, 0.1]`, '["NaN","Infinity","-Infinity",-0.0,1e+300,0.1]'],
    [`[170141183460469231731687303715884105727::HUGEINT]`, '[170141183460469231731687303715884105727]'],
    [`['12345678901234567890123456789'::BIGNUM]`, '[12345678901234567890123456789]'],
    [`['0.12345678901234567890'::DECIMAL(20,20), -0.5]`, '[0.12345678901234567890,-0.50000000000000000000]'],
    [`{'a': '0.10'::DECIMAL(38,2)}`, '{"a":0.10}'],
    [`['a' || chr(0) || '"\\' || chr(10)]`, '["a\\u0000\\"\\\\\\n"]'],
    [`['{"b": 1,  "a": [1.10]}'::JSON, 'null']`, '["{\\"b\\": 1,  \\"a\\": [1.10]}","null"]'],
    [`{'b': '\\x00\\xAB'::BLOB, 'i': '0101'::BIT}`, '{"b":"00ab","i":"0101"}'],
    [`[to_months(14) + to_days(-3) + to_microseconds(1), NULL]`, '[{"months":14,"days":-3,"micros":1},null]'],
    [
      `{'d': ['infinity'::DATE, '0044-03-15 (BC)'], 't': TIMESTAMP '2024-02-29 10:00:00.5'}`,
      '{"d":["infinity","0044-03-15 (BC)"],"t":"2024-02-29 10:00:00.5"}',
    ],
    [
      `['2024-02-29 12:00:00+04'::TIMESTAMPTZ, 'infinity', make_timestamptz(9223372036854775806)]`,
      '["2024-02-29 08:00:00+00","infinity","294247-01-10 04:00:54.775806+00"]',
    ],
    [`['infinity'::TIMESTAMP_S, '2024-02-29 12:00:00']`, '["infinity","2024-02-29 12:00:00"]'],
    [`['infinity'::TIMESTAMP_NS, '2024-02-29 12:00:00.123456789']`, '["infinity","2024-02-29 12:00:00.123456789"]'],
    [
      `['00:00:00+00:00:01'::TIMETZ, '24:00:00-15:59:59', '12:00:00+05:30']`,
      '["00:00:00+00:00:01","24:00:00-15:59:59","12:00:00+05:30"]',
    ],
    [`MAP {'k"1': 1, 'a': NULL}`, '{"k\\"1":1,"a":null}'],
    [`CAST(MAP {} AS MAP(VARCHAR, INTEGER))`, '{}'],
    [`MAP {[1, 2]: 'x', []: NULL}`, '[[[1,2],"x"],[[],null]]'],
    [`union_value(n := 5)::UNION(s VARCHAR, n SMALLINT)`, '{"n":5}'],
    [`union_value(n := NULL::SMALLINT)::UNION(s VARCHAR, n SMALLINT)`, '{"n":null}'],
    [`[[1, 2], NULL]::INTEGER[2][]`, '[[1,2],null]'],
    [`['POINT (1 2)'::GEOMETRY]`, '["0101000000000000000000f03f0000000000000040"]'],
  ])('%s', async (value, expected) => {
    expect(await textsOf([value])).toEqual([expected]);
  });

  it('holds any value of any type, and nothing of it is lost', async () => {
    await fc.assert(
      fc.asyncProperty(anyColumn, async ({ type, values }) => {
        await textsOf(values.map((value) => `CAST(${value} AS ${type})`));
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it.each([
    [`1::INTEGER`, '{"value":1,"type":"INTEGER"}'],
    [`'1'::BLOB`, '{"value":"31","type":"BLOB"}'],
    [`'nan'::DOUBLE`, '{"value":"NaN","type":"DOUBLE"}'],
    [`'infinity'::DATE`, '{"value":"infinity","type":"DATE"}'],
    [
      `170141183460469231731687303715884105727::HUGEINT`,
      '{"value":170141183460469231731687303715884105727,"type":"HUGEINT"}',
    ],
    [`'{"a": [1, "x", null]}'::JSON`, '{"value":{"a":[1,"x",null]},"type":{"a":["UBIGINT","VARCHAR",null]}}'],
  ])(
    'writes a VARIANT with the types of its values: %s',
    async (value, expected) => {
      expect(await textsOf([`CAST(${value} AS VARIANT)`])).toEqual([expected]);
    },
    30_000,
  );

  it('gives a STRUCT without names as an array', async () => {
    expect(await textsOf([], `(SELECT ROW(1, 'a') AS v)`)).toEqual(['[1,"a"]']);
  });

  it('is the same whatever zone the session is in', async () => {
    await connection.run(`SET TimeZone = 'America/Caracas'`);
    expect(await textsOf([`['2024-02-29 12:00:00+04'::TIMESTAMPTZ]`])).toEqual(['["2024-02-29 08:00:00+00"]']);
    await connection.run(`SET TimeZone = 'UTC'`);
  });
});
