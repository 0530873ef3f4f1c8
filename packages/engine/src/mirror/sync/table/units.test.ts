import * as fc from 'fast-check';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { smallRowsJson } from '../../../duckdb/index.ts';
import { unitsCondition } from './units.ts';

const columns = [
  { name: 'store', type: 'varchar' },
  { name: 'day', type: 'date' },
  { name: 'till', type: 'int4' },
];
const store = fc.constantFrom('a', "it's", 'A', '', null);
const day = fc.constantFrom('2024-01-01', '2024-01-02', '2024-12-31', '10000-01-01', '0044-03-15 BC', 'infinity', null);
const till = fc.constantFrom('1', '10', '9', '-3', null);
const unit = fc.tuple(store, day, till);
const key = (values: readonly (string | null)[]) => JSON.stringify(values);

it('finds exactly the rows of the units, whatever they are', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const duck = await instance.connect();
  await duck.run(`CREATE TABLE rows (store VARCHAR, day DATE, till INTEGER)`);
  const everything = [...['a', "it's", 'A', '', null]].flatMap((s) =>
    ['2024-01-01', '2024-01-02', '2024-12-31', '10000-01-01', '0044-03-15 BC', 'infinity', null].flatMap((d) =>
      ['1', '10', '9', '-3', null].map((t) => [s, d, t]),
    ),
  );
  for (const row of everything)
    await duck.run(`INSERT INTO rows VALUES ($1, replace($2, 'BC', '(BC)')::DATE, $3::INTEGER)`, row);
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(unit, { minLength: 1, maxLength: 8, selector: key }), async (units) => {
      const condition = unitsCondition(columns, units);
      const found = await smallRowsJson(
        duck,
        `SELECT store, replace(day::VARCHAR, '(BC)', 'BC') AS day, till::VARCHAR AS till FROM rows WHERE ${condition}`,
      );
      const got = found.map(({ store: s, day: d, till: t }) => JSON.stringify([s, d, t])).toSorted();
      expect(got).toEqual(units.map(key).toSorted());
    }),
    { numRuns: 60 },
  );
});

it('is true of everything in a table that is one unit', () => {
  expect(unitsCondition([], [[]])).toBe('true');
});

it('says the range of what is ordered, so that the rest can be skipped', () => {
  const units = [
    ['a', '2024-01-31', '1'],
    ['b', '2024-02-01', '10'],
    ['a', '2024-01-09', '9'],
  ];
  const condition = unitsCondition(columns, units);
  expect(condition).toContain(`"day" BETWEEN CAST('2024-01-09' AS date) AND CAST('2024-02-01' AS date)`);
  expect(condition).toContain(`"till" BETWEEN CAST('1' AS int4) AND CAST('10' AS int4)`);
});
