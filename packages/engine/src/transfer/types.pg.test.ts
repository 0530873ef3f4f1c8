import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { createDuckFile } from '#testing/duck-file.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { verify } from './verify/verify.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
});
afterAll(() => database.drop());

/** Moves one column of literals across, checks it by digests, and gives back what PostgreSQL prints, in order. */
async function moved(type: string, literals: readonly string[]): Promise<(string | null)[]> {
  const rows = literals.map((literal, index) => `(${index}, ${literal})`).join(', ');
  const file = await createDuckFile([
    `CREATE TABLE t (i INTEGER PRIMARY KEY, v ${type})`,
    ...(literals.length > 0 ? [`INSERT INTO t VALUES ${rows}`] : []),
  ]);
  await database.pool.query('DROP TABLE IF EXISTS t');
  await migrate({ file, pool: database.pool, schema: 'public' });
  const report = await verify({ file, pool: database.pool, schema: 'public' });
  expect(report.tables).toMatchObject([{ differingColumns: [], notCompared: [], sourceRows: literals.length }]);
  expect(report.equal).toBe(true);
  const { rows: stored } = await database.pool.query<{ v: string | null }>('SELECT v::text AS v FROM t ORDER BY i');
  return stored.map(({ v }) => v);
}

describe('values at the edges arrive as they are', () => {
  it.each<[string, readonly [string, string | null][]]>([
    [
      'BOOLEAN',
      [
        ['true', 'true'],
        ['false', 'false'],
        ['NULL', null],
      ],
    ],
    [
      'TINYINT',
      [
        ['-128', '-128'],
        ['127', '127'],
      ],
    ],
    [
      'UTINYINT',
      [
        ['0', '0'],
        ['255', '255'],
      ],
    ],
    [
      'SMALLINT',
      [
        ['-32768', '-32768'],
        ['32767', '32767'],
      ],
    ],
    ['USMALLINT', [['65535', '65535']]],
    [
      'INTEGER',
      [
        ['-2147483648', '-2147483648'],
        ['2147483647', '2147483647'],
        ['NULL', null],
        ['0', '0'],
      ],
    ],
    ['UINTEGER', [['4294967295', '4294967295']]],
    [
      'BIGINT',
      [
        ['-9223372036854775808', '-9223372036854775808'],
        ['9223372036854775807', '9223372036854775807'],
      ],
    ],
    ['UBIGINT', [['18446744073709551615', '18446744073709551615']]],
    [
      'HUGEINT',
      [
        ["'170141183460469231731687303715884105727'", '170141183460469231731687303715884105727'],
        ["'-170141183460469231731687303715884105728'", '-170141183460469231731687303715884105728'],
        ['-1', '-1'],
        ['0', '0'],
      ],
    ],
    ['UHUGEINT', [["'340282366920938463463374607431768211455'", '340282366920938463463374607431768211455']]],
    [
      'DECIMAL(4,1)',
      [
        ['999.9', '999.9'],
        ['-0.1', '-0.1'],
        ['0', '0.0'],
      ],
    ],
    [
      'DECIMAL(9,4)',
      [
        ['-99999.9999', '-99999.9999'],
        ['0.0001', '0.0001'],
      ],
    ],
    [
      'DECIMAL(18,6)',
      [
        ['999999999999.999999', '999999999999.999999'],
        ['-999999999999.999999', '-999999999999.999999'],
        ['1.5', '1.500000'],
        ['10000', '10000.000000'],
      ],
    ],
    ['DECIMAL(38,0)', [['99999999999999999999999999999999999999', '99999999999999999999999999999999999999']]],
    [
      'DECIMAL(38,38)',
      [
        ["'0.00000000000000000000000000000000000001'", '0.00000000000000000000000000000000000001'],
        ["'-0.99999999999999999999999999999999999999'", '-0.99999999999999999999999999999999999999'],
      ],
    ],
    [
      'FLOAT',
      [
        ['1.5', '1.5'],
        ["'nan'", 'NaN'],
        ["'-inf'", '-Infinity'],
        ['3.4028235e38', '3.4028235e+38'],
        ['1e7', '1e+07'],
      ],
    ],
    [
      'DOUBLE',
      [
        ['0.1', '0.1'],
        ["'nan'", 'NaN'],
        ["'inf'", 'Infinity'],
        ["'-0.0'", '-0'],
        ['1.7976931348623157e308', '1.7976931348623157e+308'],
        ['5e-324', '5e-324'],
        ['1234567890123456', '1.234567890123456e+15'],
        ['-1e15', '-1e+15'],
        ['1e16', '1e+16'],
      ],
    ],
    [
      'VARCHAR',
      [
        ["''", ''],
        ["'ñandú 🦙'", 'ñandú 🦙'],
        ["'exactly twelve'", 'exactly twelve'],
        ["'twelve bytes'", 'twelve bytes'],
        ["repeat('á', 5000)", 'á'.repeat(5000)],
        ['NULL', null],
      ],
    ],
    [
      'BLOB',
      [
        ["'\\x00\\xFF'::BLOB", '\\x00ff'],
        ["''::BLOB", '\\x'],
      ],
    ],
    [
      'UUID',
      [
        ["'00000000-0000-0000-0000-000000000000'", '00000000-0000-0000-0000-000000000000'],
        ["'ffffffff-ffff-ffff-ffff-ffffffffffff'", 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
        ["'80000000-0000-0000-0000-000000000001'", '80000000-0000-0000-0000-000000000001'],
      ],
    ],
    [
      'DATE',
      [
        ["'1970-01-01'", '1970-01-01'],
        ["'infinity'", 'infinity'],
        ["'-infinity'", '-infinity'],
        ["'0044-03-15 (BC)'", '0044-03-15 BC'],
        ["'9999-12-31'", '9999-12-31'],
        ["'12345-06-07'", '12345-06-07'],
      ],
    ],
    [
      'TIME',
      [
        ["'00:00:00'", '00:00:00'],
        ["'23:59:59.999999'", '23:59:59.999999'],
        ["'24:00:00'", '24:00:00'],
      ],
    ],
    [
      'TIMETZ',
      [
        ["'12:00:00+05:30'", '12:00:00+05:30'],
        ["'23:59:59.5-15:59:59'", '23:59:59.5-15:59:59'],
        ["'00:00:00+15:59:59'", '00:00:00+15:59:59'],
      ],
    ],
    [
      'TIMESTAMP',
      [
        ["'2000-01-01 00:00:00'", '2000-01-01 00:00:00'],
        ["'1969-12-31 23:59:59.999999'", '1969-12-31 23:59:59.999999'],
        ["'infinity'", 'infinity'],
        ["'-infinity'", '-infinity'],
        ["'0001-01-01 00:00:00'", '0001-01-01 00:00:00'],
        ["'9999-12-31 23:59:59.999999'", '9999-12-31 23:59:59.999999'],
        ["'4713-01-01 (BC) 00:00:00'", '4713-01-01 00:00:00 BC'],
      ],
    ],
    ['TIMESTAMP_S', [["'2024-02-29 12:00:01'", '2024-02-29 12:00:01']]],
    ['TIMESTAMP_MS', [["'2024-02-29 12:00:01.123'", '2024-02-29 12:00:01.123']]],
    [
      'TIMESTAMPTZ',
      [
        ["'2024-02-29 12:00:01+04'", '2024-02-29 08:00:01+00'],
        ["'infinity'", 'infinity'],
      ],
    ],
    [
      'INTERVAL',
      [
        ["INTERVAL '1 year 2 months 3 days 4 hours'", '1 year 2 mons 3 days 04:00:00'],
        ['to_months(-1) + to_days(1) - to_microseconds(1)', '-1 mons +1 day -00:00:00.000001'],
      ],
    ],
    [
      "ENUM('rojo', 'azul')",
      [
        ["'azul'", 'azul'],
        ['NULL', null],
      ],
    ],
    ['JSON', [[`'{"b": 1,  "a": [1e2]}'`, '{"b": 1,  "a": [1e2]}']]],
  ])('%s', async (type, values) => {
    const stored = await moved(
      type,
      values.map(([literal]) => literal),
    );
    expect(stored).toEqual(values.map(([, expected]) => expected));
  });
});

describe('random values', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => !value.includes('\0'));
  const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;

  it('text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(text), { minLength: 1, maxLength: 300 }), async (values) => {
        expect(
          await moved(
            'VARCHAR',
            values.map((value) => (value === null ? 'NULL' : quoted(value))),
          ),
        ).toEqual(values);
      }),
      { numRuns: 5 },
    );
  });

  it('decimals of every storage width', async () => {
    const decimal = fc.record({
      digits: fc.integer({ min: 1, max: 38 }),
      scale: fc.nat(38),
      seeds: fc.array(fc.bigInt(-(10n ** 38n) + 1n, 10n ** 38n - 1n), { minLength: 1, maxLength: 50 }),
    });
    await fc.assert(
      fc.asyncProperty(decimal, async ({ digits, scale: wanted, seeds }) => {
        const scale = Math.min(digits, wanted);
        const texts = seeds.map((seed) => decimalText(seed % 10n ** BigInt(digits), scale));
        expect(
          await moved(
            `DECIMAL(${digits},${scale})`,
            texts.map((value) => `'${value}'`),
          ),
        ).toEqual(texts);
      }),
      { numRuns: 12 },
    );
  });

  it('doubles', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 300 }), async (values) => {
        const stored = await moved(
          'DOUBLE',
          values.map((value) => `'${Object.is(value, -0) ? '-0.0' : value}'::DOUBLE`),
        );
        expect(stored.map(Number)).toEqual(values);
      }),
      { numRuns: 5 },
    );
  });

  it('instants', async () => {
    const instant = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(fc.array(instant, { minLength: 1, maxLength: 300 }), async (values) => {
        const stored = await moved(
          'TIMESTAMPTZ',
          values.map((value) => `epoch_ms(${value.getTime()}::BIGINT)::TIMESTAMP AT TIME ZONE 'UTC'`),
        );
        expect(stored.length).toBe(values.length);
      }),
      { numRuns: 3 },
    );
  });
});

function decimalText(value: bigint, scale: number): string {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const sign = value < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

it('rows of more than one chunk, with NULLs anywhere, keep their places', async () => {
  const file =
    await createDuckFile(`CREATE TABLE t AS SELECT i, CASE WHEN hash(i) % 3 = 0 THEN NULL ELSE repeat('x', (hash(i) % 60)::INTEGER) || i END AS v,
    CASE WHEN i % 7 = 0 THEN NULL ELSE (hash(i) % 1000000)::DECIMAL(18,6) / 8 END::DECIMAL(18,6) AS d FROM range(600000) r(i)`);
  await database.pool.query('DROP TABLE IF EXISTS t');
  await migrate({ file, pool: database.pool, schema: 'public', jobs: 2 });
  expect(await verify({ file, pool: database.pool, schema: 'public' })).toMatchObject({ equal: true, rows: 600_000 });
});

it('texts of many megabytes, with NULLs between, go through in parts', async () => {
  const file = await createDuckFile(
    `CREATE TABLE t AS SELECT i, CASE WHEN i % 3 = 1 THEN NULL ELSE repeat(chr((97 + i)::INTEGER), 5000000) END AS v FROM range(26) r(i)`,
  );
  await database.pool.query('DROP TABLE IF EXISTS t');
  await migrate({ file, pool: database.pool, schema: 'public' });
  const { rows } = await database.pool.query<{ n: number; sizes: string }>(
    `SELECT count(v)::int AS n, sum(length(v))::text AS sizes FROM t WHERE v IS NULL OR v = repeat(chr((97 + i)::int), 5000000)`,
  );
  expect(rows).toEqual([{ n: 17, sizes: '85000000' }]);
});
