import { createDuckFile } from '#testing/duck-file.ts';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import { provideTarget } from '../testing/target.ts';
import { exportDatabase } from './export.ts';

const target = provideTarget();

/** Migrates a file of the statements and exports it again beside it. */
async function roundTrip(statements: readonly string[], onLoss: 'fail' | 'convert' = 'fail') {
  const file = await createDuckFile(statements);
  await target.run(file, { onLoss });
  const back = `${file}.back`;
  const report = await exportDatabase({ file: back, pool: target.pool, schema: 'public' });
  expect(report.tables.map(({ proof }) => proof?.differingColumns)).toEqual(report.tables.map(() => []));
  expect(report.whole).toBe(true);
  return { file, back, report };
}

/** Columns of the files' tables `t` that are not the same in type and in every value, floats by their text. `i` tells the rows. */
async function unequalColumns(file: string, back: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`ATTACH ${quoteLiteral(file)} AS a (READ_ONLY)`);
    await connection.run(`ATTACH ${quoteLiteral(back)} AS b (READ_ONLY)`);
    const columns = await smallRowsJson(
      connection,
      `SELECT x.column_name AS name, x.data_type AS before, y.data_type AS after FROM duckdb_columns() x LEFT JOIN duckdb_columns() y
       ON y.database_name = 'b' AND y.table_name = 't' AND y.column_name = x.column_name WHERE x.database_name = 'a' AND x.table_name = 't'`,
    );
    const unequal: string[] = [];
    for (const { name, before, after } of columns) {
      if (before !== after) unequal.push(`${String(name)}: ${String(before)} came back as ${String(after)}`);
      const column = quoteIdentifier(String(name));
      const isFloat = /FLOAT|DOUBLE/.test(String(before));
      const sides = isFloat
        ? `a.${column}::VARCHAR IS DISTINCT FROM b.${column}::VARCHAR`
        : `a.${column} IS DISTINCT FROM b.${column}`;
      const rows = await smallRowsJson(
        connection,
        `SELECT a.${column}::VARCHAR AS before, b.${column}::VARCHAR AS after FROM a.t AS a FULL JOIN b.t AS b ON a.i = b.i WHERE ${sides}`,
      );
      for (const row of rows) unequal.push(`${String(name)}: ${String(row.before)} came back as ${String(row.after)}`);
    }
    return unequal;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Values at the edges of each type that PostgreSQL can hold. */
const values: readonly (readonly [type: string, literals: readonly string[]])[] = [
  ['TINYINT', ['-128', '127', 'NULL']],
  ['UBIGINT', ['0', '18446744073709551615']],
  ['HUGEINT', ["'-170141183460469231731687303715884105728'", "'170141183460469231731687303715884105727'", '0']],
  ['UHUGEINT', ["'340282366920938463463374607431768211455'", '1']],
  ['BIGNUM', ["'123456789012345678901234567890123456789012345678901234567890'", '-1', '0']],
  ['DECIMAL(4,1)', ['999.9', '-999.9', '0', '0.1', 'NULL']],
  ['DECIMAL(9,4)', ['99999.9999', '-0.0001', '10000']],
  ['DECIMAL(18,6)', ['999999999999.999999', '-999999999999.999999', '0.000001', '10000.5', '493770956.56']],
  ['DECIMAL(38,38)', ["'0.99999999999999999999999999999999999999'", "'-0.00000000000000000000000000000000000001'"]],
  ['DECIMAL(38,0)', ["'99999999999999999999999999999999999999'", "'-99999999999999999999999999999999999999'", '1e15']],
  ['FLOAT', ["'nan'", "'inf'", "'-inf'", "'-0.0'", '3.4028235e38', '1.4e-45', '0.1']],
  ['DOUBLE', ["'nan'", "'inf'", "'-inf'", "'-0.0'", '5e-324', '1.7976931348623157e308', '0.1']],
  [
    'VARCHAR',
    [
      "''",
      'NULL',
      "'\\N'",
      "'a\nb\r\n\tc,\"d\"''e'''",
      "'\\'",
      "'ñ🦙'",
      "'exactly 12 b'",
      "'thirteen byte'",
      "repeat('x', 3000000)",
    ],
  ],
  ['BLOB', ["''::BLOB", "'\\x00\\xFF\\x0A'::BLOB", "repeat('ab', 10000)::BLOB"]],
  ['BIT', ["'0'", "'1'", "'010101010101010101'"]],
  ['UUID', ["'00000000-0000-0000-0000-000000000000'", "'ffffffff-ffff-ffff-ffff-ffffffffffff'"]],
  ['DATE', ["'infinity'", "'-infinity'", "'0044-03-15 (BC)'", "'4714-11-24 (BC)'", "'5874897-12-31'", "'1999-12-31'"]],
  ['TIME', ["'00:00:00'", "'24:00:00'", "'23:59:59.999999'"]],
  ['TIMETZ', ["'24:00:00-15:59:59'", "'00:00:00+15:59:59'", "'12:30:00.5+05:30'"]],
  [
    'TIMESTAMP',
    [
      "'infinity'",
      "'-infinity'",
      "'4714-11-24 (BC) 00:00:00'",
      "'290000-12-31 23:59:59.999999'",
      "'1999-12-31 23:59:59.999999'",
      "'0044-03-15 (BC) 12:00:00.5'",
    ],
  ],
  ['TIMESTAMP_S', ["'infinity'", "'1969-12-31 23:59:59'", "'9999-12-31 23:59:59'"]],
  ['TIMESTAMP_MS', ["'-infinity'", "'1969-12-31 23:59:59.999'"]],
  ['TIMESTAMP_NS', ["'infinity'", "'2262-04-11 23:47:16.854775'", "'1677-09-22 00:00:00'"]],
  ['TIME_NS', ["'23:59:59.999999'", "'24:00:00'"]],
  [
    'TIMESTAMPTZ',
    [
      "'infinity'",
      "'-infinity'",
      'make_timestamptz(9223372036854000000)',
      "'0044-03-15 (BC) 12:00:00+00'",
      "'2024-02-29 12:00:01+04'",
    ],
  ],
  [
    'INTERVAL',
    [
      "INTERVAL '1 year 2 months 3 days 4 hours'",
      'to_months(-1) + to_days(1) - to_microseconds(1)',
      'to_months(2147483647) + to_days(2147483646) + to_microseconds(9223372036854775807)',
      'to_days(0)',
    ],
  ],
  ["ENUM('rojo', 'az''ul', '')", ["'az''ul'", "''", 'NULL']],
  ['JSON', [`'{"b": 1,  "a": [1e2]}'`, `'"x"'`, `'null'`, 'NULL']],
  ['INTEGER[]', ['[1, NULL, -3]', '[]', 'NULL']],
  ['VARCHAR[]', [`['a,b', '"', '\\', NULL, '', 'NULL', '{}', 'ñ']`, '[]']],
  ['BLOB[]', [`['\\x00'::BLOB, ''::BLOB, NULL]`]],
  ['DOUBLE[]', [`['nan', 'inf', '-inf', '-0.0', 0.1, 1e300, NULL]`]],
  [
    'TIMESTAMPTZ[]',
    [`['infinity', '-infinity', make_timestamptz(9223372036854000000), '0044-03-15 (BC) 12:00:00+00', NULL]`],
  ],
  ['TIMESTAMP[]', [`['infinity', '4714-11-24 (BC) 00:00:00', '290000-12-31 23:59:59.999999']`]],
  ['DATE[]', [`['infinity', '0044-03-15 (BC)', '5874897-12-31']`]],
  [
    'INTERVAL[]',
    [
      `[to_months(-14) + to_days(1) - to_microseconds(1), to_months(2147483647) + to_days(-5) + to_microseconds(-9223372036854775808), to_days(0), NULL]`,
    ],
  ],
  ['UTINYINT[]', ['[0, 255, NULL]']],
  ['DECIMAL(38,10)[]', [`['9999999999999999999999999999.9999999999', NULL, '-0.0000000001']`]],
  ["ENUM('x', 'y')[]", [`['x', NULL, 'y']`]],
  ['INTEGER[3]', ['[1, NULL, 3]', 'NULL']],
  ['INTEGER[2][2]', ['[[1, 2], [3, NULL]]', 'NULL']],
  ['INTEGER[][]', ['[[1], [], NULL, [2, NULL]]', '[]', 'NULL']],
  ['STRUCT(a INTEGER, "b c" VARCHAR[])', [`{'a': 1, 'b c': ['x', NULL]}`, `{'a': NULL, 'b c': NULL}`, 'NULL']],
  ['MAP(INTEGER, VARCHAR)', ["MAP {1: 'a', -2: NULL}", 'MAP {}', 'NULL']],
  ['UNION(num INTEGER, str VARCHAR)', ['union_value(num := 2)', "union_value(str := 'x')", 'NULL']],
  [
    'STRUCT(f FLOAT, d DECIMAL(38,2), t TIMESTAMP, b BLOB)[]',
    [`[{'f': 'nan', 'd': 123456789012345678901234567890123456.78, 't': 'infinity', 'b': '\\x00'::BLOB}]`],
  ],
];

describe('a DuckDB database that went to PostgreSQL comes back the same', () => {
  it('every value of every type that DuckDB tests itself with, where PostgreSQL could hold it', async () => {
    const { file, back, report } = await roundTrip(
      ['CREATE TABLE t AS SELECT row_number() OVER () AS i, * FROM test_all_types()'],
      'convert',
    );
    const columns = report.objects.filter(({ kind, outcome }) => kind === 'column' && outcome !== 'same');
    expect(columns).toEqual([]);
    // PostgreSQL has fewer years, no nanoseconds, no NUL, and no NULL in the place of an inner array.
    expect(await unequalColumns(file, back)).toEqual([
      'date: 5877642-06-25 (BC) came back as 4714-11-24 (BC)',
      'date: 5881580-07-10 came back as 5874897-12-31',
      'timestamp: 290309-12-22 (BC) 00:00:00 came back as 4714-11-24 (BC) 00:00:00',
      'timestamp_s: 290309-12-22 (BC) 00:00:00 came back as 4714-11-24 (BC) 00:00:00',
      'timestamp_ms: 290309-12-22 (BC) 00:00:00 came back as 4714-11-24 (BC) 00:00:00',
      'timestamp_ns: 2262-04-11 23:47:16.854775806 came back as 2262-04-11 23:47:16.854775',
      'timestamp_tz: 290309-12-22 (BC) 00:00:00+00 came back as 4714-11-24 (BC) 00:00:00+00',
      'varchar: goo\0se came back as goose',
      'fixed_nested_int_array: [[NULL, 2, 3], NULL, [NULL, 2, 3]] came back as [[NULL, 2, 3], [NULL, NULL, NULL], [NULL, 2, 3]]',
      'fixed_nested_varchar_array: [[a, NULL, c], NULL, [a, NULL, c]] came back as [[a, NULL, c], [NULL, NULL, NULL], [a, NULL, c]]',
    ]);
  });

  it('values at the edges', async () => {
    const columns = values.map(([type], index) => `c${index} ${type}`).join(', ');
    const rows = values.flatMap(([, literals], column) =>
      literals.map((literal, row) => `INSERT INTO t (i, c${column}) VALUES (${column * 100 + row}, ${literal})`),
    );
    const { file, back, report } = await roundTrip([`CREATE TABLE t (i INTEGER PRIMARY KEY, ${columns})`, ...rows]);
    expect(report.objects.filter(({ outcome }) => outcome !== 'same')).toEqual([]);
    expect(await unequalColumns(file, back)).toEqual([]);
  });
});
