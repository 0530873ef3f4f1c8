import { createDuckFile } from '#testing/duck-file.ts';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { provideTarget } from './testing/target.ts';

const target = provideTarget();

/** The values of DuckDB's own table of all its types: for each column the least, the greatest and NULL. */
async function duckTexts(): Promise<Map<string, (string | null)[]>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll('SELECT COLUMNS(*)::VARCHAR FROM test_all_types()');
    const columns = reader.getColumns();
    const names = reader.columnNames();
    return new Map(
      names.map((name, index) => [
        name,
        (columns[index] ?? []).map((value) => (value === null ? null : String(value))),
      ]),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Each column's type in PostgreSQL and, where PostgreSQL prints another text than DuckDB, the least and the greatest value. */
const expected: Readonly<Record<string, readonly [type: string, least?: string, greatest?: string]>> = {
  bool: ['boolean'],
  tinyint: ['smallint'],
  smallint: ['smallint'],
  int: ['integer'],
  bigint: ['bigint'],
  hugeint: ['numeric(39,0)'],
  uhugeint: ['numeric(39,0)'],
  utinyint: ['smallint'],
  usmallint: ['integer'],
  uint: ['bigint'],
  ubigint: ['numeric(20,0)'],
  bignum: ['numeric'],
  date: ['date', '4714-11-24 BC', '5874897-12-31'],
  time: ['time without time zone'],
  timestamp: ['timestamp without time zone', '4714-11-24 00:00:00 BC', '294247-01-10 04:00:54.775806'],
  timestamp_s: ['timestamp without time zone', '4714-11-24 00:00:00 BC', '294247-01-10 04:00:54'],
  timestamp_ms: ['timestamp without time zone', '4714-11-24 00:00:00 BC', '294247-01-10 04:00:54.775'],
  timestamp_ns: ['timestamp without time zone', '1677-09-22 00:00:00', '2262-04-11 23:47:16.854775'],
  time_tz: ['time with time zone'],
  timestamp_tz: ['timestamp with time zone', '4714-11-24 00:00:00+00 BC', '294247-01-10 04:00:54.775806+00'],
  float: ['real'],
  double: ['double precision'],
  dec_4_1: ['numeric(4,1)'],
  dec_9_4: ['numeric(9,4)'],
  dec_18_6: ['numeric(18,6)'],
  dec38_10: ['numeric(38,10)'],
  uuid: ['uuid'],
  interval: ['interval', '00:00:00', '83 years 3 mons 999 days 00:16:39.999999'],
  varchar: ['text', '🦆🦆🦆🦆🦆🦆', 'goose'],
  blob: ['bytea', '\\x746869736973616c6f6e67626c6f6200776974686e756c6c6279746573', '\\x00000061'],
  bit: ['bit varying'],
  small_enum: ['t_small_enum'],
  medium_enum: ['t_medium_enum'],
  large_enum: ['t_large_enum'],
  int_array: ['integer[]', '{}', '{42,999,NULL,NULL,-42}'],
  double_array: ['double precision[]', '{}', '{42,NaN,Infinity,-Infinity,NULL,-42}'],
  date_array: ['date[]', '{}', '{1970-01-01,infinity,-infinity,NULL,2022-05-12}'],
  timestamp_array: [
    'timestamp without time zone[]',
    '{}',
    '{"1970-01-01 00:00:00",infinity,-infinity,NULL,"2022-05-12 16:23:45"}',
  ],
  timestamptz_array: [
    'timestamp with time zone[]',
    '{}',
    '{"1970-01-01 00:00:00+00",infinity,-infinity,NULL,"2022-05-12 23:23:45+00"}',
  ],
  varchar_array: ['text[]', '{}', '{🦆🦆🦆🦆🦆🦆,goose,NULL,""}'],
  nested_int_array: ['json', '[]', '[[],[42,999,null,null,-42],null,[],[42,999,null,null,-42]]'],
  struct: ['json', '{"a":null,"b":null}', '{"a":42,"b":"🦆🦆🦆🦆🦆🦆"}'],
  struct_of_arrays: [
    'json',
    '{"a":null,"b":null}',
    '{"a":[42,999,null,null,-42],"b":["🦆🦆🦆🦆🦆🦆","goose",null,""]}',
  ],
  array_of_structs: ['json', '[]', '[{"a":null,"b":null},{"a":42,"b":"🦆🦆🦆🦆🦆🦆"},null]'],
  map: ['json', '{}', '{"key1":"🦆🦆🦆🦆🦆🦆","key2":"goose"}'],
  union: ['json', '{"name":"Frank"}', '{"age":5}'],
  fixed_int_array: ['integer[]', '{NULL,2,3}', '{4,5,6}'],
  fixed_varchar_array: ['text[]', '{a,NULL,c}', '{d,e,f}'],
  fixed_nested_int_array: ['integer[]', '{{NULL,2,3},{NULL,NULL,NULL},{NULL,2,3}}', '{{4,5,6},{NULL,2,3},{4,5,6}}'],
  fixed_nested_varchar_array: ['text[]', '{{a,NULL,c},{NULL,NULL,NULL},{a,NULL,c}}', '{{d,e,f},{a,NULL,c},{d,e,f}}'],
  fixed_struct_array: [
    'json',
    '[{"a":null,"b":null},{"a":42,"b":"🦆🦆🦆🦆🦆🦆"},{"a":null,"b":null}]',
    '[{"a":42,"b":"🦆🦆🦆🦆🦆🦆"},{"a":null,"b":null},{"a":42,"b":"🦆🦆🦆🦆🦆🦆"}]',
  ],
  struct_of_fixed_array: ['json', '{"a":[null,2,3],"b":["a",null,"c"]}', '{"a":[4,5,6],"b":["d","e","f"]}'],
  fixed_array_of_int_list: [
    'json',
    '[[],[42,999,null,null,-42],[]]',
    '[[42,999,null,null,-42],[],[42,999,null,null,-42]]',
  ],
  list_of_fixed_int_array: ['json', '[[null,2,3],[4,5,6],[null,2,3]]', '[[4,5,6],[null,2,3],[4,5,6]]'],
  time_ns: ['time without time zone'],
  /** Well-known binary: the collection of 13 geometries begins with its byte order, its kind (7) and their number. */
  geometry: [
    'bytea',
    '\\x0101000000000000000000f87f000000000000f87f',
    '\\x01070000000d0000000101000000000000000000f03f',
  ],
};

describe("DuckDB's table of all its types", () => {
  it('is found beforehand to hold what PostgreSQL cannot', async () => {
    const file = await createDuckFile('CREATE TABLE t AS FROM test_all_types()');
    const nanoseconds = 'has parts of a microsecond, which PostgreSQL does not keep';
    const inner = 'has NULL in place of an inner array, which PostgreSQL cannot keep';
    expect((await target.refusal(file)).details).toEqual([
      't: column date: 2 values are beyond the years that PostgreSQL has: 5877642-06-25 (BC), 5881580-07-10',
      't: column timestamp: 1 value is beyond the years that PostgreSQL has: 290309-12-22 (BC) 00:00:00',
      't: column timestamp_s: 1 value is beyond the years that PostgreSQL has: 290309-12-22 (BC) 00:00:00',
      't: column timestamp_ms: 1 value is beyond the years that PostgreSQL has: 290309-12-22 (BC) 00:00:00',
      `t: column timestamp_ns: 1 value ${nanoseconds}: 2262-04-11 23:47:16.854775806`,
      't: column timestamp_tz: 1 value is beyond the years that PostgreSQL has: 290309-12-22 (BC) 00:00:00+00',
      't: column varchar: 1 value holds a NUL character, which PostgreSQL cannot keep in text: goo\\0se',
      `t: column fixed_nested_int_array: 1 value ${inner}: [[NULL, 2, 3], NULL, [NULL, 2, 3]]`,
      `t: column fixed_nested_varchar_array: 1 value ${inner}: [[a, NULL, c], NULL, [a, NULL, c]]`,
    ]);
  });

  it('arrives value by value', async () => {
    const file = await createDuckFile('CREATE TABLE t AS FROM test_all_types()');
    const report = await target.run(file, { onLoss: 'convert' });
    expect(report.objects.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    const source = await duckTexts();
    const columns = await target.query(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0 ORDER BY attnum`,
    );
    expect(columns).toEqual(Object.entries(expected).map(([name, [type]]) => ({ name, type })));
    for (const [name, [type, least, greatest]] of Object.entries(expected)) {
      const rows = await target.query(`SELECT "${name}"::text AS v FROM t`);
      const values = rows.map(({ v }) =>
        name === 'geometry' && v !== null ? String(v).slice(0, greatest?.length) : v,
      );
      const wanted = least === undefined ? source.get(name) : [least, greatest, null];
      expect({ name, type, values: new Set(values) }).toEqual({ name, type, values: new Set(wanted) });
    }
  });
});
