import { createDuckFile } from '#testing/duck-file.ts';
import { scalarTypes } from '#testing/random-values.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { provideTarget } from '../testing/target.ts';

const target = provideTarget();

/** Four values of every type; each NULL now and then. */
const fourOfEach = fc.tuple(
  ...scalarTypes.map(({ value }) => fc.array(fc.option(value, { nil: 'NULL' }), { minLength: 4, maxLength: 4 })),
);

it('arrays of every type hold the values that columns of that type hold', async () => {
  await fc.assert(
    fc.asyncProperty(fourOfEach, async (all) => {
      const sources = scalarTypes.map(({ type }, index) => {
        const [a, b, c, d] = (all[index] ?? []).map((value) => `CAST(${value} AS ${type})`);
        return `CREATE TABLE s${index} AS SELECT [v0, v1, v2, v3] AS list${index}, [v0, v1, v2, v3][2:3] AS part${index},
          CAST([v0, v1] AS ${type}[2]) AS pair${index}, CAST([[v0, v1], [v2, v3]] AS ${type}[2][2]) AS square${index},
          v0 AS a${index}, v1 AS b${index}, v2 AS c${index}, v3 AS d${index}
          FROM (SELECT ${a} AS v0, ${b} AS v1, ${c} AS v2, ${d} AS v3)`;
      });
      const names = scalarTypes.map((_, index) => `s${index}`);
      const file = await createDuckFile([
        ...sources,
        `CREATE TABLE t AS SELECT CAST([] AS INTEGER[]) AS empty, CAST(NULL AS VARCHAR[]) AS missing, * FROM ${names.join(', ')}`,
      ]);
      await target.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
      await target.run(file, { only: ['t'], verify: false });
      expect(await target.query('SELECT empty::text AS empty, missing FROM t')).toEqual([
        { empty: '{}', missing: null },
      ]);
      for (const [index, { type }] of scalarTypes.entries()) {
        // Each column of an unnamed ENUM has a type of its own.
        const text = type.startsWith('ENUM') ? '::text' : '';
        const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => `${name}${index}${text}`);
        const [row] = await target.query(
          `SELECT list${index}::text AS list, ARRAY[${a}, ${b}, ${c}, ${d}]::text AS all_of_them,
            part${index}::text AS part, ARRAY[${b}, ${c}]::text AS two, pair${index}::text AS pair, ARRAY[${a}, ${b}]::text AS first_two,
            square${index}::text AS square, ARRAY[[${a}, ${b}], [${c}, ${d}]]::text AS rows FROM t`,
        );
        const { list, part, pair, square, ...wanted } = row ?? {};
        expect({ type, all_of_them: list, two: part, first_two: pair, rows: square }).toEqual({ type, ...wanted });
      }
    }),
    { numRuns: 1, endOnFailure: true },
  );
});

it('lists of any length, from anywhere in the vector that holds them, keep their elements', async () => {
  const texts = `list_transform(range((hash(i) % 40)::BIGINT), lambda x: CASE WHEN hash(x + i) % 5 = 0 THEN NULL ELSE repeat('ñ', (hash(x * i) % 30)::INTEGER) || x END)`;
  const file = await createDuckFile([
    `CREATE TABLE source AS SELECT i, CASE WHEN i % 11 = 0 THEN NULL ELSE ${texts} END AS texts,
      CAST([i, NULL, i * 2] AS DECIMAL(38,4)[3]) AS numbers FROM range(6000) r(i)`,
    // Sorted and joined, lists share elements and lie in another order.
    `CREATE TABLE t AS SELECT s.i, s.texts, s.numbers, array_to_string(list_transform(texts, lambda x: coalesce(x, '-')), '|') AS joined
      FROM source s JOIN (SELECT unnest([1, 2]) AS copy) ON true ORDER BY hash(s.i)`,
    'DROP TABLE source',
    `CREATE TABLE long AS SELECT range(100000) AS numbers, list_transform(range(5000), lambda x: repeat('x', 1000)) AS texts FROM range(2)`,
  ]);
  const selects = { t: 'SELECT b.* FROM t b JOIN (SELECT DISTINCT i FROM t) k ON b.i = k.i' };
  await target.run(file, { selects, verify: false });
  expect(
    await target.query(
      `SELECT count(*)::int AS rows, count(*) FILTER (WHERE array_to_string(texts, '|', '-') IS DISTINCT FROM nullif(joined, '') AND joined <> '')::int AS other,
        count(*) FILTER (WHERE numbers <> ARRAY[i, NULL, i * 2]::numeric(38,4)[])::int AS wrong FROM t`,
    ),
  ).toEqual([{ rows: 12_000, other: 0, wrong: 0 }]);
  expect(
    await target.query(
      `SELECT count(*)::int AS rows, sum(cardinality(numbers))::int AS numbers, sum(length(array_to_string(texts, '')))::int AS characters FROM long`,
    ),
  ).toEqual([{ rows: 2, numbers: 200_000, characters: 10_000_000 }]);
});
