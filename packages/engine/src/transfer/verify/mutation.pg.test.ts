import fc from 'fast-check';
import { expect, it } from 'vitest';
import { provideTwoTables, type Row } from './testing/two-tables.ts';

const tables = provideTwoTables();

const text = fc.string({ maxLength: 20 }).map((value) => `'${value.replaceAll('\0', '').replaceAll(`'`, `''`)}'`);
const quoted = (value: unknown) => `'${String(value)}'`;

/** Types, and literals of which no two mean the same. */
const types = {
  INTEGER: fc.integer().map(String),
  BIGINT: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(quoted),
  VARCHAR: text,
  'DECIMAL(18,6)': fc
    .bigInt({ min: 0n, max: 10n ** 17n })
    .map((n) => `'${n / 1_000_000n}.${String(n % 1_000_000n).padStart(6, '0')}'`),
  DATE: fc
    .date({ min: new Date('1800-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((date) => quoted(date.toISOString().slice(0, 10))),
  TIMESTAMP: fc
    .date({ min: new Date('1800-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((date) => quoted(date.toISOString().slice(0, 23).replace('T', ' '))),
  BOOLEAN: fc.boolean().map(String),
  DOUBLE: fc.integer().map((n) => quoted(n / 8)),
} satisfies Record<string, fc.Arbitrary<string>>;

type TypeName = keyof typeof types;

const valueOf = (type: TypeName) =>
  fc.oneof({ weight: 5, arbitrary: types[type] }, { weight: 1, arbitrary: fc.constant('NULL') });

const table = fc
  .array(fc.constantFrom(...(Object.keys(types) as TypeName[])), { minLength: 1, maxLength: 6 })
  .chain((columns) =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.array(fc.tuple(...columns.map(valueOf)), { minLength: 2, maxLength: 12 }),
      other: fc.tuple(...columns.map(valueOf)),
    }),
  );

/** What may happen to rows; a place is taken modulo what there is. */
const mutation = fc.record({
  kind: fc.constantFrom('change', 'swap', 'drop', 'repeat', 'replace', 'crosswise'),
  row: fc.nat(),
  otherRow: fc.nat(),
  column: fc.nat(),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(rows: readonly Row[], other: Row, { kind, row, otherRow, column }: Mutation): Row[] {
  const i = row % rows.length;
  const j = otherRow % rows.length;
  const k = column % other.length;
  const first = rows[i] ?? [];
  const second = rows[j] ?? [];
  const put = (into: Row, place: number, from: Row) => into.with(place, from[place] ?? 'NULL');
  switch (kind) {
    case 'change':
      return rows.with(i, put(first, k, other));
    case 'swap':
      return rows.with(i, put(first, k, second)).with(j, put(second, k, first));
    case 'drop':
      return rows.toSpliced(i, 1);
    case 'repeat':
      return [...rows, first];
    case 'replace':
      return rows.with(i, second);
    case 'crosswise':
      return rows
        .with(i, [...first.slice(0, k), ...second.slice(k)])
        .with(j, [...second.slice(0, k), ...first.slice(k)]);
  }
}

const asMultiset = (rows: readonly Row[]) => JSON.stringify(rows.map((row) => JSON.stringify(row)).toSorted());

it('sees any mutation of any table, and nothing where there is none', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(table, mutation, async ({ columns, rows, other }, change) => {
      const named = Object.fromEntries(columns.map((type, index) => [`c${index}`, type]));
      const changed = mutate(rows, other, change);
      const isSame = asMultiset(changed) === asMultiset(rows);
      if (!isSame) seen++;
      const found = await tables.prove(named, rows, changed);
      expect(found.equal).toBe(isSame);
      expect(found.differences.length > 0).toBe(!isSame);
    }),
    { numRuns: 100 },
  );
  expect(seen).toBeGreaterThan(30);
});
