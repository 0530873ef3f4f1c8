import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseDuckType } from '../../catalog/index.ts';
import { smallRowsJson } from '../rows.ts';
import { decoderFor, takeRows } from './index.ts';

let instance: DuckDBInstance;
let duck: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  duck = await instance.connect();
  await duck.run(`SET TimeZone = 'UTC'`);
});
afterAll(() => {
  duck.closeSync();
  instance.closeSync();
});

const header = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const trailer = Buffer.from([0xff, 0xff]);

/** Rows as PostgreSQL's binary COPY writes them. */
function copied(rows: readonly (readonly (Buffer | null)[])[]): Buffer {
  const number = (size: 2 | 4, value: number) => {
    const bytes = Buffer.alloc(size);
    bytes.writeIntBE(value, 0, size);
    return bytes;
  };
  const field = (value: Buffer | null) => (value ? [number(4, value.length), value] : [number(4, -1)]);
  return Buffer.concat([header, ...rows.flatMap((row) => [number(2, row.length), ...row.flatMap(field)]), trailer]);
}

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

async function* cutAt(bytes: Buffer, places: readonly number[]): AsyncGenerator<Buffer> {
  let from = 0;
  for (const place of [...places.toSorted((one, other) => one - other), bytes.length]) {
    yield bytes.subarray(from, place);
    from = place;
  }
}

/** Takes columns of PostgreSQL types into a table of DuckDB types. @returns the number of rows */
async function take(
  types: readonly (readonly [string, string])[],
  bytes: Buffer,
  places: readonly number[] = [],
): Promise<number> {
  await duck.run(`CREATE OR REPLACE TABLE t (${types.map(([, type], index) => `c${index} ${type}`).join(', ')})`);
  const columns = types.map(([from, type], index) => {
    const decoder = decoderFor(from, parseDuckType(type));
    if (!decoder) throw new Error(`${from} has no decoder into ${type}`);
    return { name: `c${index}`, decoder };
  });
  return takeRows(duck, {
    blocks: cutAt(bytes, places),
    columns,
    into: (rows) => `INSERT INTO t SELECT * FROM ${rows}`,
  });
}

it.each<[from: string, into: string, bytes: string, value: string]>([
  ['int2', 'UTINYINT', '00ff', '255'],
  ['int4', 'USMALLINT', '0000ffff', '65535'],
  ['int8', 'UINTEGER', '00000000ffffffff', '4294967295'],
  ['int8', 'BIGINT', '8000000000000001', '-9223372036854775807'],
  ['numeric', 'DECIMAL(9,4)', '0002 0000 4000 0004 0001 0bb8', '-1.3000'],
  ['numeric', 'DECIMAL(38,0)', '0001 0009 0000 0000 000c', '12000000000000000000000000000000000000'],
  ['numeric', 'DECIMAL(18,6)', '0000 0000 0000 0006', '0.000000'],
  ['numeric', 'UBIGINT', '0005 0004 0000 0000 0734 1a58 02e1 03bb 064f', '18446744073709551615'],
  ['date', 'DATE', '7fffffff', 'infinity'],
  ['date', 'DATE', '80000000', '-infinity'],
  ['date', 'DATE', 'ffffffff', '1999-12-31'],
  ['timestamp', 'TIMESTAMP', '8000000000000000', '-infinity'],
  ['timestamp', 'TIMESTAMP', '7fffffffffffffff', 'infinity'],
  ['timestamp', 'TIMESTAMP', 'ffffffffffffffff', '1999-12-31 23:59:59.999999'],
  ['timestamp', 'TIMESTAMP', '7ffca2fec4c81ffe', '294247-01-10 04:00:54.775806'],
  ['interval', 'INTERVAL', 'ffffffffffffffff 00000002 fffffff3', '-1 year -1 month 2 days -00:00:00.000001'],
  ['uuid', 'UUID', '000102030405060708090a0b0c0d0eff', '00010203-0405-0607-0809-0a0b0c0d0eff'],
  ['bytea', 'BLOB', '00ff', '\\x00\\xFF'],
])('%s into %s: %s', async (from, into, bytes, value) => {
  await take([[from, into]], copied([[hex(bytes)], [null]]));
  expect(await smallRowsJson(duck, 'SELECT c0::VARCHAR AS v FROM t')).toEqual([{ v: value }, { v: null }]);
});

it.each<[from: string, into: string, bytes: string]>([
  ['int2', 'UTINYINT', '0100'],
  ['int4', 'USMALLINT', 'ffffffff'],
  ['numeric', 'DECIMAL(9,4)', '0000 0000 c000 0000'],
  ['numeric', 'DECIMAL(4,1)', '0002 0000 0000 0002 0001 04b0'],
  ['numeric', 'DECIMAL(4,1)', '0001 0001 0000 0000 0001'],
  ['numeric', 'DECIMAL(18,6)', '0000 0000 c000 0000'],
  ['timestamp', 'TIMESTAMP', '7ffffffffffffffe'],
  ['timestamptz', 'TIMESTAMP WITH TIME ZONE', '7ffca2fec4c81fff'],
])('%s does not become %s where it does not fit: %s', async (from, into, bytes) => {
  await expect(take([[from, into]], copied([[hex(bytes)]]))).rejects.toThrow('does not fit');
});

it('takes any rows, wherever their bytes are cut', async () => {
  const value = fc.option(fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !text.includes('\0')));
  const rows = fc.array(fc.tuple(fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), value), {
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(rows, fc.array(fc.nat(2000), { maxLength: 10 }), async (given, places) => {
      const int = (number: number | null) => {
        if (number === null) return null;
        const bytes = Buffer.alloc(4);
        bytes.writeInt32BE(number);
        return bytes;
      };
      const bytes = copied(given.map(([number, text]) => [int(number), text === null ? null : Buffer.from(text)]));
      const count = await take(
        [
          ['int4', 'INTEGER'],
          ['text', 'VARCHAR'],
        ],
        bytes,
        places.map((place) => Math.min(place, bytes.length)),
      );
      expect(count).toBe(given.length);
      const taken = await smallRowsJson(duck, 'SELECT c0, c1 FROM t ORDER BY rowid');
      expect(taken).toEqual(given.map(([c0, c1]) => ({ c0, c1 })));
    }),
    { numRuns: 60 },
  );
});

it('takes bytes of any length, whatever stands behind them', async () => {
  const bytes = fc.option(fc.uint8Array({ maxLength: 40 }).map((value) => Buffer.from(value)));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(bytes, bytes), { maxLength: 30 }), async (given) => {
      await take(
        [
          ['bytea', 'BLOB'],
          ['bytea', 'BLOB'],
        ],
        copied(given),
      );
      const taken = await smallRowsJson(duck, 'SELECT hex(c0) AS c0, hex(c1) AS c1 FROM t ORDER BY rowid');
      const hexOf = (value: Buffer | null) => value?.toString('hex').toUpperCase() ?? null;
      expect(taken).toEqual(given.map(([c0, c1]) => ({ c0: hexOf(c0), c1: hexOf(c1) })));
      // Equal bytes are equal only if nothing is left behind short ones.
      const [same] = await smallRowsJson(
        duck,
        'SELECT count(*)::INTEGER AS n FROM t WHERE c0 IS DISTINCT FROM unhex(hex(c0))',
      );
      expect(same).toEqual({ n: 0 });
    }),
    { numRuns: 60 },
  );
});

it('takes rows of many chunks, and values longer than a piece', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => [
    Buffer.from(index % 3 === 0 ? `${index}` : `a longer text ${index}`),
  ]);
  const long = [Buffer.alloc(20_000_000, 'x')];
  const bytes = copied([...rows, long, ...rows]);
  expect(
    await take(
      [['text', 'VARCHAR']],
      bytes,
      Array.from({ length: 40 }, (_, index) => index * 500_000),
    ),
  ).toBe(10_001);
  expect(
    await smallRowsJson(duck, `SELECT count(DISTINCT c0)::INTEGER AS n, max(length(c0))::INTEGER AS longest FROM t`),
  ).toEqual([{ n: 5001, longest: 20_000_000 }]);
});

it.each([true, false])('takes each row once, in their order if it is to be kept: %s', async (kept) => {
  await duck.run(`SET preserve_insertion_order = ${kept}`);
  const text = (index: number) => `row ${index}${index % 2 === 0 ? '' : ' with a longer text'}`;
  const rows = Array.from({ length: 20_000 }, (_, index) => [index % 7 === 0 ? null : Buffer.from(text(index))]);
  expect(await take([['text', 'VARCHAR']], copied(rows))).toBe(rows.length);
  const taken = await smallRowsJson(duck, `SELECT c0 FROM t${kept ? '' : ' ORDER BY c0'}`);
  const expected = rows.map(([value]) => ({ c0: value?.toString() ?? null }));
  if (!kept) expected.sort((one, other) => compareTexts(one.c0, other.c0));
  expect(taken).toEqual(expected);
  await duck.run('RESET preserve_insertion_order');
});

/** NULL is last. */
function compareTexts(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  return other === null || one < other ? -1 : 1;
}

it('says so where bytes are no such rows, or end too early', async () => {
  const columns = [['text', 'VARCHAR']] as const;
  await expect(take(columns, Buffer.from('this is no COPY of anything at all'))).rejects.toThrow('not the rows');
  await expect(take(columns, copied([[null, null]]))).rejects.toThrow('not the rows');
  const bytes = copied([[Buffer.from('text')]]);
  await expect(take(columns, bytes.subarray(0, bytes.length - 4))).rejects.toThrow('not the rows');
});

it("gives the statement's own refusal", async () => {
  await duck.run('CREATE OR REPLACE TABLE n (i INTEGER NOT NULL)');
  const decoder = decoderFor('int4', parseDuckType('INTEGER'));
  if (!decoder) throw new Error('no decoder');
  const columns = [{ name: 'i', decoder }];
  const into = (rows: string) => `INSERT INTO n SELECT i FROM ${rows}`;
  await expect(takeRows(duck, { blocks: cutAt(copied([[null]]), []), columns, into })).rejects.toThrow('NOT NULL');
});

it('leaves nothing behind in the database: not a function for each time, and rows neither', async () => {
  const again = await instance.connect();
  const decoder = decoderFor('int4', parseDuckType('INTEGER'));
  if (!decoder) throw new Error('no decoder');
  const options = { columns: [{ name: 'i', decoder }], into: (rows: string) => `INSERT INTO left_over FROM ${rows}` };
  const functions = async () => {
    const sql = `SELECT count(*)::INTEGER AS n FROM duckdb_functions() WHERE starts_with(function_name, 'fluxion_rows')`;
    return (await smallRowsJson(again, sql))[0]?.['n'];
  };
  await again.run('CREATE OR REPLACE TABLE left_over (i INTEGER)');
  const before = Number(await functions());
  // The function is made in a transaction, and gone with it: the next one makes it anew, and goes on.
  for (const end of ['ROLLBACK', 'COMMIT', 'ROLLBACK', 'COMMIT']) {
    await again.run('BEGIN');
    await again.run('INSERT INTO left_over VALUES (0)');
    const rows = copied([[hex('00000001')], [hex('00000002')]]);
    expect(await takeRows(again, { ...options, blocks: cutAt(rows, [30]) })).toBe(2);
    await again.run(end);
  }
  expect(await functions()).toBe(before + 1);
  expect(await smallRowsJson(again, 'SELECT count(*)::INTEGER AS n, sum(i)::INTEGER AS sum FROM left_over')).toEqual([
    { n: 6, sum: 6 },
  ]);
});
