import fc from 'fast-check';
import { parts, replaceItemsSql, tableNames } from './tables.ts';

/** What a writer does: one or more statements. */
export interface Write {
  readonly sql: string;
  /** Lines of a COPY; null: it is none. */
  readonly copied: string | null;
  /** Cannot be in a transaction. */
  readonly isAlone: boolean;
}

const write = (sql: string): Write => ({ sql, copied: null, isAlone: false });

/** How rows of a table look, by a number that they are made from. */
interface Shape {
  /** The table, and parts that are written straight into. */
  readonly targets: readonly string[];
  readonly columns: string;
  readonly key: readonly string[];
  readonly row: (k: number) => readonly (string | null)[];
  /** Some of its rows. */
  readonly where: (k: number) => string;
  /** Changes that may take a row to another unit, or another part. */
  readonly set: (k: number) => string;
}

const shop = (k: number) => String.fromCharCode(65 + (k % 4));
const day = (k: number) => `2024-0${1 + (k % 4)}-0${1 + ((k >> 2) % 3)}`;
const money = (k: number) => (k % 7 === 0 ? null : `${k % 1000}.${10 + (k % 90)}`);

const shapes: Readonly<Record<string, Shape>> = {
  lines: {
    targets: ['lines', 'lines', 'lines', 'lines_1', 'lines_2', 'lines_3', 'lines_3_a', 'lines_3_rest', 'lines_4'],
    columns: 'shop, day, n, amount',
    key: ['shop', 'day', 'n'],
    row: (k) => [shop(k), day(k >> 2), String(k % 5), money(k)],
    where: (k) => [`shop = '${shop(k)}'`, `day = '${day(k)}'`, `n % 3 = ${k % 3}`, `n = ${k % 9}`][k % 4] ?? '',
    set: (k) =>
      [`amount = amount + 1`, `shop = '${shop(k)}'`, `day = day + ${k % 40}`, `day = '${day(k)}', n = n + ${k % 50}`][
        k % 4
      ] ?? '',
  },
  events: {
    targets: ['events', 'events', 'events_a', 'events_c', 'events_rest'],
    columns: 'kind, n, remark',
    key: ['kind', 'n'],
    row: (k) => [shop(k), String(k % 9), k % 5 === 0 ? null : `event ${k}`],
    where: (k) => (k % 2 ? `kind = '${shop(k)}'` : `n = ${k % 9}`),
    set: (k) => (k % 2 ? `kind = '${shop(k)}', n = n + ${k % 99}` : `remark = 'changed ${k}'`),
  },
  stock: {
    targets: ['stock'],
    columns: 'shop, n, amount',
    key: ['shop', 'n'],
    row: (k) => [shop(k), String(k % 9), `${k}.125`],
    where: (k) => (k % 2 ? `shop = '${shop(k)}'` : `n = ${k % 9}`),
    set: (k) => (k % 2 ? `shop = '${shop(k)}', n = n + ${k % 99}` : `amount = amount + 0.5`),
  },
  counts: {
    targets: ['counts'],
    columns: 'shop, day, n',
    key: [],
    row: (k) => [k % 3 ? shop(k) : null, k % 5 ? day(k) : null, String(k)],
    where: (k) => ['shop IS NULL', 'day IS NULL', `shop = '${shop(k)}'`, `n % 2 = ${k % 2}`][k % 4] ?? '',
    set: (k) => ['n = n + 1', 'shop = NULL', `day = '${day(k)}'`, `shop = '${shop(k)}'`][k % 4] ?? '',
  },
  items: {
    targets: ['items'],
    columns: 'code, name, weight',
    key: ['code'],
    row: (k) => [`i${k % 12}`, k % 4 ? `item ${k}` : null, String(k)],
    where: (k) => `code = 'i${k % 12}'`,
    set: (k) => (k % 3 ? `weight = weight + 1` : `code = code || '${k % 10}'`),
  },
};

const literal = (value: string | null) => (value === null ? 'NULL' : `'${value}'`);
const rowsOf = ({ row }: Shape, numbers: readonly number[]) =>
  numbers.map((k) => `(${row(k).map(literal).join(', ')})`).join(', ');

/** Made of numbers: which target, and which rows. */
type Way = (shape: Shape, target: string, numbers: readonly number[], k: number) => Write;

const insert: Way = (shape, target, numbers) =>
  write(`INSERT INTO ${target} (${shape.columns}) VALUES ${rowsOf(shape, numbers)}`);

const copy: Way = ({ columns, row }, target, numbers) => ({
  sql: `COPY ${target} (${columns}) FROM STDIN`,
  copied: numbers
    .map(
      (k) =>
        `${row(k)
          .map((value) => value ?? '\\N')
          .join('\t')}\n`,
    )
    .join(''),
  isAlone: false,
});

/** Rows that are there already are changed. */
const upsert: Way = (shape, target, numbers, k) => {
  const { key } = shape;
  if (key.length === 0) return insert(shape, target, numbers, k);
  const distinct = new Map(numbers.map((one) => [JSON.stringify(shape.row(one).slice(0, key.length)), one]));
  const { sql } = insert(shape, target, [...distinct.values()], k);
  const last = shape.columns.split(', ').at(-1);
  const action = k % 3 === 0 ? 'NOTHING' : `UPDATE SET ${last} = excluded.${last}`;
  return write(`${sql} ON CONFLICT (${key.join(', ')}) DO ${action}`);
};

const update: Way = ({ set, where }, target, [a = 0], k) => write(`UPDATE ${target} SET ${set(k)} WHERE ${where(a)}`);
const remove: Way = ({ where }, target, _, k) => write(`DELETE FROM ${target} WHERE ${where(k)}`);

const merge: Way = (shape, target, numbers, k) => {
  const { key, columns, set } = shape;
  if (key.length === 0) return insert(shape, target, numbers, k);
  const distinct = new Map(numbers.map((one) => [JSON.stringify(shape.row(one).slice(0, key.length)), one]));
  const match = key.map((name) => `t.${name} = CAST(s.${name} AS ${typeOf(name)})`).join(' AND ');
  const values = columns.split(', ').map((name) => `CAST(s.${name} AS ${typeOf(name)})`);
  return write(`MERGE INTO ${target} AS t USING (VALUES ${rowsOf(shape, [...distinct.values()])}) AS s (${columns})
    ON ${match} WHEN MATCHED AND t.${key.at(-1)}::text < '${k % 9}' THEN DELETE
    WHEN MATCHED THEN UPDATE SET ${set(k)} WHEN NOT MATCHED THEN INSERT (${columns}) VALUES (${values.join(', ')})`);
};

function typeOf(column: string): string {
  return { n: 'int', day: 'date', amount: 'numeric', weight: 'int' }[column] ?? 'text';
}

/** Rows that leave and come in one statement. */
const replace: Way = ({ columns, where, key }, target, _, k) => {
  const moved = columns.split(', ').map((name) => (name === 'n' ? `n + ${1 + (k % 30)}` : name));
  const conflict = key.length === 0 ? '' : `ON CONFLICT DO NOTHING`;
  return write(`WITH gone AS (DELETE FROM ${target} WHERE ${where(k)} RETURNING *)
    INSERT INTO ${target} (${columns}) SELECT ${moved.join(', ')} FROM gone ${conflict}`);
};

/** Part of it is undone by an exception that is caught. */
const halfUndone: Way = (shape, target, numbers, k) =>
  write(`DO $do$ BEGIN
    ${upsert(shape, target, numbers, 1).sql};
    BEGIN
      ${remove(shape, target, numbers, k).sql};
      RAISE EXCEPTION 'undone';
    EXCEPTION WHEN raise_exception THEN
      NULL;
    END;
  END $do$`);

const ways: readonly Way[] = [insert, copy, upsert, update, update, remove, merge, replace, halfUndone];

/** A change of rows. */
export const change: fc.Arbitrary<Write> = fc
  .record({
    table: fc.constantFrom(...tableNames, 'lines', 'lines'),
    way: fc.constantFrom(...ways),
    target: fc.nat(20),
    numbers: fc.array(fc.nat(5000), { minLength: 1, maxLength: 6 }),
    k: fc.nat(5000),
  })
  .map(({ table, way, target, numbers, k }) => {
    const shape = shapes[table];
    if (!shape) throw new RangeError(table);
    return way(shape, shape.targets[target % shape.targets.length] ?? table, numbers, k);
  });

const part = fc.constantFrom(...Object.keys(parts));
const divided = (name: string) => parts[name] ?? { of: '', bounds: '' };
const truncatable = [
  'lines',
  'lines_1',
  'lines_2',
  'lines_3',
  'lines_3_a',
  'events',
  'events_a',
  'stock',
  'counts',
  'items',
];
const relation = fc.constantFrom(...truncatable);

/** What is done to tables rather than to rows; each with how often. */
export const alteration: fc.Arbitrary<Write> = fc.oneof(
  { weight: 4, arbitrary: relation.map((name) => write(`TRUNCATE ${name}`)) },
  { weight: 3, arbitrary: part.map((name) => write(`ALTER TABLE ${divided(name).of} DETACH PARTITION ${name}`)) },
  {
    weight: 3,
    arbitrary: part.map((name) =>
      write(`ALTER TABLE ${divided(name).of} ATTACH PARTITION ${name} ${divided(name).bounds}`),
    ),
  },
  {
    weight: 3,
    arbitrary: part.map((name) =>
      write(`CREATE TABLE ${name} PARTITION OF ${divided(name).of} ${divided(name).bounds}`),
    ),
  },
  { weight: 1, arbitrary: part.map((name) => write(`DROP TABLE ${name}`)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...tableNames), fc.nat(9))
      .map(([name, k]) => write(`ALTER TABLE ${name} ADD COLUMN extra int DEFAULT ${k}`)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...tableNames).map((name) => write(`ALTER TABLE ${name} DROP COLUMN extra`)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...tableNames), fc.nat(9))
      .map(([name, k]) => write(`ALTER TABLE ${name} DROP COLUMN extra, ADD COLUMN extra int DEFAULT ${k}`)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('lines', 'stock'), fc.constantFrom('14,2', '13,3', '12,2'), fc.nat(2))
      .map(([name, limits, k]) =>
        write(`ALTER TABLE ${name} ALTER COLUMN amount TYPE numeric(${limits}) USING amount * ${k}`),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(relation, fc.constantFrom('DISABLE', 'ENABLE', 'ENABLE'))
      .map(([name, how]) => write(`ALTER TABLE ${name} ${how} TRIGGER USER`)),
  },
  // Writes that nothing notes: its triggers are off for the transaction.
  {
    weight: 1,
    arbitrary: fc
      .tuple(relation, change)
      .map(([name, { sql, copied }]) =>
        write(
          `ALTER TABLE ${name} DISABLE TRIGGER USER; ${copied === null ? sql : `DELETE FROM ${name}`}; ALTER TABLE ${name} ENABLE TRIGGER USER`,
        ),
      ),
  },
  { weight: 1, arbitrary: fc.constant(write(replaceItemsSql)) },
  { weight: 1, arbitrary: fc.constant(write(`ALTER TABLE counts ALTER COLUMN n SET STATISTICS 50`)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('VACUUM', 'VACUUM FULL', 'VACUUM ANALYZE', 'REINDEX TABLE'), relation)
      .map(([how, name]) => ({ sql: `${how} ${name}`, copied: null, isAlone: true })),
  },
);
