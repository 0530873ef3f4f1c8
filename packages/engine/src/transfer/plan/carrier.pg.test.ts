import { createDuckFile } from '#testing/duck-file.ts';
import { expect, it } from 'vitest';
import { provideTarget } from '../testing/target.ts';

const target = provideTarget();

interface Case {
  readonly type: string;
  readonly duckType: string;
  /** In DuckDB's SQL. */
  readonly values: readonly string[];
}

/** A table of PostgreSQL with a column for each case, and a file to fill it from; rows that a case has no value for are NULL. */
async function prepared(cases: readonly Case[]): Promise<string> {
  await target.query(`CREATE TYPE mood AS ENUM ('glad', 'sad')`);
  await target.query(`CREATE TABLE t (i int, ${cases.map(({ type }, index) => `c${index} ${type}`).join(', ')})`);
  const count = Math.max(...cases.map(({ values }) => values.length));
  const rows = Array.from(
    { length: count },
    (_, row) => `(${[row, ...cases.map(({ values }) => values[row] ?? 'NULL')].join(', ')})`,
  );
  const columns = cases.map(({ duckType }, index) => `c${index} ${duckType}`).join(', ');
  return createDuckFile([
    `CREATE TABLE t (i INTEGER, ${columns})`,
    ...rows.map((row) => `INSERT INTO t VALUES ${row}`),
  ]);
}

/** PostgreSQL's texts of a case's values. */
async function stored(index: number, { values }: Case): Promise<unknown[]> {
  const rows = await target.query(`SELECT c${index}::text AS v FROM t ORDER BY i LIMIT ${values.length}`);
  return rows.map(({ v }) => v);
}

it('fills columns that exist with what fits them', async () => {
  const given: [string, string, string[], (string | null)[]][] = [
    ['int[]', 'TINYINT[]', ['[1, NULL]', '[]', 'NULL'], ['{1,NULL}', '{}', null]],
    ['numeric(6,2)[]', 'DECIMAL(4,1)[2]', ['[1.5, -0.1]'], ['{1.50,-0.10}']],
    ['varchar(3)[]', 'VARCHAR[]', [`['abc', 'ñ']`], ['{abc,ñ}']],
    ['mood[]', `ENUM('sad', 'glad')[]`, [`['glad', NULL, 'sad']`], ['{glad,NULL,sad}']],
    ['mood', `ENUM('sad', 'glad')`, [`'glad'`], ['glad']],
    ['mood', 'VARCHAR', [`'sad'`, 'NULL'], ['sad', null]],
    ['text', `ENUM('sad', 'glad')`, [`'glad'`], ['glad']],
    ['json', 'STRUCT(a INTEGER)', [`{'a': 1}`, 'NULL'], ['{"a":1}', null]],
    ['jsonb', 'STRUCT(a INTEGER)[]', [`[{'a': 1}, NULL]`], ['[{"a": 1}, null]']],
    ['json', 'INTEGER[]', ['[1, 2]'], ['[1,2]']],
    ['json[]', 'STRUCT(a INTEGER)[]', [`[{'a': 1}, NULL]`], ['{"{\\"a\\":1}",NULL}']],
    ['jsonb', 'MAP(INTEGER, VARCHAR)', [`MAP {1: 'x'}`], ['[[1, "x"]]']],
    ['jsonb', 'VARCHAR', [`'{"a": 1.50}'`], ['{"a": 1.50}']],
    ['jsonb', 'JSON', [`'{"a": "\\\\u0000"}'`], ['{"a": "\\\\u0000"}']],
    ['bit(3)', 'BIT', [`'101'`], ['101']],
    ['bit varying(12)', 'BIT', [`'1'`, `'101010101011'`], ['1', '101010101011']],
    ['bytea', 'GEOMETRY', [`'POINT (1 2)'`], ['\\x0101000000000000000000f03f0000000000000040']],
    ['numeric(30,0)', 'BIGNUM', [`'-10000000000000001'`, `'0'`], ['-10000000000000001', '0']],
    ['int[]', 'INTEGER[2][2]', ['[[1, 2], [3, NULL]]'], ['{{1,2},{3,NULL}}']],
    ['timestamp[]', 'TIMESTAMP_S[]', [`['infinity', '2024-02-29 12:00:00']`], ['{infinity,"2024-02-29 12:00:00"}']],
    ['time', 'TIME_NS', [`'12:00:00.123456'`], ['12:00:00.123456']],
  ];
  const cases = given.map(([type, duckType, values]) => ({ type, duckType, values }));
  await target.run(await prepared(cases), { verify: false });
  for (const [index, [type, duckType, , expected]] of given.entries()) {
    const values = await stored(index, cases[index] ?? { type, duckType, values: [] });
    expect({ type, duckType, values }).toEqual({ type, duckType, values: expected });
  }
});

it('finds what does not fit before any row moves, and converts it if that is asked for', async () => {
  const inner = 'has NULL in place of an inner array, which PostgreSQL cannot keep';
  const given: [string, string, string, string, string | null][] = [
    ['text', 'VARCHAR', `'a' || chr(0) || 'b'`, 'holds a NUL character, which PostgreSQL cannot keep in text', 'ab'],
    [
      'text[]',
      'VARCHAR[]',
      `['a' || chr(0), 'b']`,
      'has an element that holds a NUL character, which PostgreSQL cannot keep in text',
      '{a,b}',
    ],
    [
      'text[]',
      'VARCHAR[2]',
      `['a' || chr(0), 'b']`,
      'has an element that holds a NUL character, which PostgreSQL cannot keep in text',
      '{a,b}',
    ],
    ['varchar(2)', 'VARCHAR', `'ñandú'`, 'is longer than 2 characters', 'ña'],
    [
      'date[]',
      'DATE[]',
      `['5881580-01-01'::DATE, 'infinity']`,
      'has an element that is beyond the years that PostgreSQL has',
      '{5874897-12-31,infinity}',
    ],
    [
      'timestamp',
      'TIMESTAMP_S',
      `'290000-01-01 (BC) 00:00:00'`,
      'is beyond the years that PostgreSQL has',
      '4714-11-24 00:00:00 BC',
    ],
    [
      'timestamp',
      'TIMESTAMP_NS',
      `'1924-01-01 00:00:00.123456789'`,
      'has parts of a microsecond, which PostgreSQL does not keep',
      '1924-01-01 00:00:00.123456',
    ],
    [
      'time',
      'TIME_NS',
      `'23:59:59.999999999'`,
      'has parts of a microsecond, which PostgreSQL does not keep',
      '23:59:59.999999',
    ],
    [
      'interval',
      'INTERVAL',
      `to_months(2147483647) + to_days(2147483647) + to_microseconds(9223372036854775807)`,
      'is so long that PostgreSQL takes it for infinity',
      '178956970 years 7 mons 2147483647 days 2562047788:00:54.775806',
    ],
    ['int[]', 'INTEGER[2][2][2]', `[[[1, 2], NULL], NULL]`, inner, '{{{1,2},{NULL,NULL}},{{NULL,NULL},{NULL,NULL}}}'],
    ['int2', 'INTEGER', '32768', 'is not between -32768 and 32767', null],
    ['int2[]', 'INTEGER[]', '[32768]', 'has an element that is not between -32768 and 32767', null],
    ['numeric(4,1)', 'DECIMAL(6,2)', '1.25', 'has more than 1 digits after the point', '1.3'],
    [
      'numeric(150,0)',
      'BIGNUM',
      `('1' || repeat('0', 150))::BIGNUM`,
      'has more than 150 digits before the point',
      null,
    ],
    ['mood', 'VARCHAR', `'bored'`, 'is none of the labels of the target', null],
    ['json', 'VARCHAR', `'{'`, 'is not JSON', null],
    [
      'json',
      'JSON',
      `'[1, NaN, "NaN", {"a": -Infinity,},]'`,
      'holds NaN, an infinity or a comma before a closing bracket, which are not JSON',
      '[1, "NaN", "NaN", {"a": "-Infinity"}]',
    ],
    ['jsonb', 'JSON', `'["\\u0000\\u0000a\\\\u0000"]'`, 'holds \\u0000, which jsonb does not take', '["a\\\\u0000"]'],
    ['jsonb', 'VARCHAR[][]', `[['a' || chr(0)]]`, 'holds \\u0000, which jsonb does not take', null],
    ['jsonb', 'JSON', `'[1e999999]'`, 'holds a number that jsonb does not take', null],
    ['bit(3)', 'BIT', `'10'`, 'is not of 3 bits', null],
    ['bit varying(3)', 'BIT', `'1010'`, 'is longer than 3 bits', null],
  ];
  const cases = given.map(([type, duckType, value]) => ({ type, duckType, values: [value] }));
  const { details } = await target.refusal(await prepared(cases));
  expect(details).toEqual(
    given.map(([, , , reason], index) => expect.stringContaining(`t: column c${index}: 1 value ${reason}`)),
  );
  await target.query('DROP TABLE t; DROP TYPE mood');
  const convertible = given.filter(([, , , , converted]) => converted !== null);
  const kept = convertible.map(([type, duckType, value]) => ({ type, duckType, values: [value] }));
  await target.run(await prepared(kept), { onLoss: 'convert', verify: false });
  for (const [index, [type, duckType, value, , converted]] of convertible.entries()) {
    const values = await stored(index, { type, duckType, values: [value] });
    expect({ type, duckType, values }).toEqual({ type, duckType, values: [converted] });
  }
});
