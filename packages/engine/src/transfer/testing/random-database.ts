import fc from 'fast-check';
import { quoteIdentifier, quoteLiteral } from '../../base/index.ts';

/** A DuckDB type and values of it, as SQL. */
interface TypeOfValues {
  readonly type: string;
  readonly value: fc.Arbitrary<string>;
}

const whole = (type: string, bits: number, signed: boolean): TypeOfValues => ({
  type,
  value: fc
    .bigInt(
      signed
        ? { min: -(2n ** BigInt(bits - 1)), max: 2n ** BigInt(bits - 1) - 1n }
        : { min: 0n, max: 2n ** BigInt(bits) - 1n },
    )
    .map((number) => `'${number}'::${type}`),
});

const cast = (type: string, text: fc.Arbitrary<string>): TypeOfValues => ({
  type,
  value: text.map((value) => `${quoteLiteral(value)}::${type}`),
});

/** Any text that PostgreSQL can hold: no NUL, and no half of a surrogate pair. */
const text = fc.string({ unit: 'grapheme-composite', maxLength: 40 }).filter((value) => !value.includes('\0'));

const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const digits = (most: number) => fc.bigInt({ min: -(10n ** BigInt(most)) + 1n, max: 10n ** BigInt(most) - 1n });

/** `number / 10^scale`; DuckDB does not read every exponent. */
function decimal(number: bigint, scale: number): string {
  const text = String(number < 0n ? -number : number).padStart(scale + 1, '0');
  return `${number < 0n ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

const scalars: readonly TypeOfValues[] = [
  { type: 'BOOLEAN', value: fc.constantFrom('true', 'false') },
  ...[8, 16, 32, 64, 128].flatMap((bits, place) => [
    whole(['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT'][place] ?? '', bits, true),
    whole(['UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT', 'UHUGEINT'][place] ?? '', bits, false),
  ]),
  cast(
    'DOUBLE',
    fc.double().map((number) => (Object.is(number, -0) ? '-0' : String(number))),
  ),
  cast(
    'FLOAT',
    fc.float().map((number) => (Object.is(number, -0) ? '-0' : String(number))),
  ),
  cast(
    'DECIMAL(18,6)',
    digits(18).map((number) => decimal(number, 6)),
  ),
  cast('DECIMAL(38,0)', digits(38).map(String)),
  cast(
    'DECIMAL(4,4)',
    digits(4).map((number) => decimal(number, 4)),
  ),
  cast('VARCHAR', text),
  {
    type: 'BLOB',
    value: fc.uint8Array({ maxLength: 40 }).map((bytes) => `from_hex('${Buffer.from(bytes).toString('hex')}')`),
  },
  cast('BIT', fc.string({ unit: fc.constantFrom('0', '1'), minLength: 1, maxLength: 20 })),
  cast('UUID', fc.uuid()),
  cast(
    'DATE',
    fc.oneof(
      day.map((date) => date.toISOString().slice(0, 10)),
      fc.constantFrom('infinity', '-infinity', '0044-03-15 (BC)'),
    ),
  ),
  cast(
    'TIMESTAMP',
    fc.oneof(
      day.map((date) => date.toISOString().slice(0, 23)),
      fc.constantFrom('infinity', '-infinity'),
    ),
  ),
  cast(
    'TIMESTAMPTZ',
    day.map((date) => date.toISOString()),
  ),
  cast('TIME', fc.constantFrom('00:00:00', '23:59:59.999999', '12:34:56.000001', '24:00:00')),
  cast(
    'INTERVAL',
    fc
      .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 }))
      .map(([months, days]) => `${months} months ${days} days 1 microsecond`),
  ),
  { type: `ENUM('a', 'B c', '')`, value: fc.constantFrom(`'a'`, `'B c'`, `''`) },
];

/** A type made of others, and its values. */
function nested({ type, value }: TypeOfValues): fc.Arbitrary<TypeOfValues> {
  const orNull = fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant('NULL') });
  const list = fc.array(orNull, { maxLength: 4 }).map((values) => `[${values.join(', ')}]::${type}[]`);
  return fc.constantFrom<TypeOfValues>(
    { type: `${type}[]`, value: list },
    { type: `STRUCT("x y" ${type}, n INTEGER)`, value: orNull.map((inner) => `{'x y': ${inner}::${type}, 'n': 1}`) },
    { type: `MAP(INTEGER, ${type})`, value: orNull.map((inner) => `MAP {7: ${inner}::${type}}`) },
    {
      type: `UNION(one ${type}, two VARCHAR)`,
      value: value.map((inner) => `union_value(one := ${inner}::${type})::UNION(one ${type}, two VARCHAR)`),
    },
  );
}

const anyType = fc
  .constantFrom(...scalars)
  .chain((scalar) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(scalar) },
      { weight: 1, arbitrary: nested(scalar) },
      { weight: 1, arbitrary: nested(scalar).chain(nested) },
    ),
  );

/** Any name that DuckDB takes. */
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      'select',
      'Order',
      'ctid',
      'xmin',
      'a"b',
      'x'.repeat(80),
      `${'x'.repeat(80)}y`,
      'ñ'.repeat(40),
      ' ',
    ),
  )
  .filter((text) => !text.includes('\0'));

const column = fc.record({ name, type: anyType, notNull: fc.boolean() });

const table = fc
  .record({
    name,
    columns: fc.uniqueArray(column, { minLength: 1, maxLength: 6, selector: (one) => one.name.toLowerCase() }),
    rows: fc.nat(12),
  })
  .chain(({ name: own, columns, rows }) => {
    const row = fc.tuple(
      ...columns.map(({ type, notNull }) =>
        notNull
          ? type.value
          : fc.oneof({ weight: 4, arbitrary: type.value }, { weight: 1, arbitrary: fc.constant('NULL') }),
      ),
    );
    const declared = columns.map(
      (one) => `${quoteIdentifier(one.name)} ${one.type.type}${one.notNull ? ' NOT NULL' : ''}`,
    );
    const create = `CREATE TABLE ${quoteIdentifier(own)} (${declared.join(', ')})`;
    return fc.array(row, { minLength: rows, maxLength: rows }).map((values) => ({
      name: own,
      statements: [
        create,
        ...values.map((value) => `INSERT INTO ${quoteIdentifier(own)} VALUES (${value.join(', ')})`),
      ],
    }));
  });

/** The statements that make a DuckDB database of a few tables with odd names, any types and any values. */
export const randomDatabase: fc.Arbitrary<string[]> = fc
  .uniqueArray(table, { minLength: 1, maxLength: 3, selector: (one) => one.name.toLowerCase() })
  .map((tables) => tables.flatMap(({ statements }) => statements));
