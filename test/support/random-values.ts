import fc from 'fast-check';
import { quoteIdentifier, quoteLiteral } from '../../packages/engine/src/base/index.ts';

/** A type of DuckDB, as SQL writes it, and some values of it as SQL writes them. */
export interface RandomColumn {
  readonly type: string;
  readonly values: readonly string[];
}

/** A type and an arbitrary of the texts that DuckDB casts to it. */
type RandomType = readonly [type: string, text: fc.Arbitrary<string>];

const integer = (type: string, bits: bigint, signed: boolean): RandomType => {
  const [min, max] = signed ? [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n] : [0n, 2n ** bits - 1n];
  return [type, fc.bigInt(min, max).map(String)];
};
const float = (type: string, value: fc.Arbitrary<number>): RandomType => [
  type,
  value.map((number) => (Object.is(number, -0) ? '-0.0' : String(number))),
];
const two = (value: number) => String(value).padStart(2, '0');
const day = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`);
const clock = fc
  .tuple(fc.nat(23), fc.nat(59), fc.nat(59))
  .map(([hour, minute, second]) => `${two(hour)}:${two(minute)}:${two(second)}`);
const fraction = (digits: number) => fc.nat(10 ** digits - 1).map((value) => `.${String(value).padStart(digits, '0')}`);
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''));
const infinities = fc.constantFrom('infinity', '-infinity');
const instants = (type: string, digits: number, zone = ''): RandomType => {
  const parts = [day, fc.constant(' '), clock, ...(digits > 0 ? [fraction(digits)] : []), fc.constant(zone)];
  return [type, fc.oneof({ weight: 9, arbitrary: joined(...parts) }, infinities)];
};

/** Texts with all that JSON, SQL and PostgreSQL's arrays escape. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }).filter((value) => !value.includes('\0')),
  fc.string({
    unit: fc.constantFrom('"', '\\', "'", '{', '}', ',', '$', '\n', '\u0001', 'NULL', ' ', '1', ':'),
    maxLength: 8,
  }),
);

const plainTypes: readonly RandomType[] = [
  ['BOOLEAN', fc.constantFrom('true', 'false')],
  integer('TINYINT', 8n, true),
  integer('UTINYINT', 8n, false),
  integer('SMALLINT', 16n, true),
  integer('USMALLINT', 16n, false),
  integer('INTEGER', 32n, true),
  integer('UINTEGER', 32n, false),
  integer('BIGINT', 64n, true),
  integer('UBIGINT', 64n, false),
  integer('HUGEINT', 128n, true),
  integer('UHUGEINT', 128n, false),
  integer('BIGNUM', 700n, true),
  float('FLOAT', fc.float()),
  float('DOUBLE', fc.double()),
  ['DECIMAL(4,1)', fc.bigInt(-9999n, 9999n).map((value) => withPoint(value, 1))],
  ['DECIMAL(18,18)', fc.bigInt(-(10n ** 18n) + 1n, 10n ** 18n - 1n).map((value) => withPoint(value, 18))],
  ['DECIMAL(38,10)', fc.bigInt(-(10n ** 38n) + 1n, 10n ** 38n - 1n).map((value) => withPoint(value, 10))],
  ['VARCHAR', anyText],
  ['JSON', fc.jsonValue().map((value) => ` ${JSON.stringify(value, null, 1)}`.replaceAll('\\u0000', ''))],
  ['BLOB', fc.uint8Array({ maxLength: 20 }).map((bytes) => [...bytes].map((byte) => `\\x${two16(byte)}`).join(''))],
  ['BIT', fc.string({ unit: fc.constantFrom('0', '1'), minLength: 1, maxLength: 40 })],
  ['UUID', fc.uuid()],
  [
    'DATE',
    fc.oneof(
      {
        weight: 9,
        arbitrary: fc.oneof(
          day,
          day.map((text) => `${text} (BC)`).filter((text) => text < '4714'),
        ),
      },
      infinities,
    ),
  ],
  ['TIME', joined(clock, fraction(6))],
  [
    'TIMETZ',
    joined(
      clock,
      fraction(6),
      fc.constantFrom('+', '-'),
      fc.integer({ min: 0, max: 15 }).map(two),
      fc.constant(':'),
      fc.nat(59).map(two),
      fc.constant(':'),
      fc.nat(59).map(two),
    ),
  ],
  instants('TIMESTAMP', 6),
  instants('TIMESTAMP_S', 0),
  instants('TIMESTAMP_MS', 3),
  instants('TIMESTAMPTZ', 6, '+00'),
  [
    'INTERVAL',
    fc
      .tuple(fc.integer(), fc.integer(), fc.bigInt(-(2n ** 63n) + 1n, 2n ** 63n - 1n))
      .map(([months, days, micros]) => `to_months(${months}) + to_days(${days}) + to_microseconds(${micros})`),
  ],
  ["ENUM('a', 'it''s', '\"\\', 'x$y', '')", fc.constantFrom('a', "it's", '"\\', 'x$y', '')],
];

/** Of types whose values PostgreSQL does not hold all. */
const furtherTypes: readonly RandomType[] = [
  [
    'TIMESTAMP_NS',
    joined(fc.integer({ min: 1700, max: 2200 }).map(String), fc.constant('-01-02 '), clock, fraction(9)),
  ],
  ['TIME_NS', joined(clock, fraction(9))],
  [
    'GEOMETRY',
    fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()).map(([x, y]) => `POINT (${x} ${y})`),
  ],
];

function two16(byte: number): string {
  return byte.toString(16).padStart(2, '0').toUpperCase();
}

function withPoint(value: bigint, scale: number): string {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const some = (value: fc.Arbitrary<string>) => fc.array(value, { minLength: 1, maxLength: 6 });
const orNull = (value: fc.Arbitrary<string>) => fc.oneof({ weight: 5, arbitrary: value }, fc.constant('NULL'));

/** A type with an arbitrary of its values, in SQL; NULL is not among them. */
export interface ValueType {
  readonly type: string;
  readonly value: fc.Arbitrary<string>;
}

const scalar = ([type, text]: RandomType): ValueType => ({
  type,
  value: text.map((value) => (type === 'INTERVAL' ? `(${value})` : `CAST(${quoteLiteral(value)} AS ${type})`)),
});

/** A type whose values hold no others, and that PostgreSQL holds all of. */
export const scalarTypes: readonly ValueType[] = plainTypes.map(scalar);
const scalarType = fc.constantFrom(...[...plainTypes, ...furtherTypes].map(scalar));

/** Equal values of these have equal texts, so that different texts are different keys. */
const keyType = fc.constantFrom(
  ...plainTypes
    .filter(([type]) => ['VARCHAR', 'INTEGER', 'HUGEINT', 'UUID', 'DATE', 'BLOB'].includes(type))
    .map(scalar),
);
const anyName = fc.constantFrom('a', 'B', 'select', 'x y', 'q"t', "it's", 'a/b~c', '$', '0', 'ñ', '*', '{', '\\');
const anyNames = fc.uniqueArray(anyName, { minLength: 1, maxLength: 3 });

function listOf({ type, value }: ValueType): ValueType {
  const items = fc.array(orNull(value), { maxLength: 4 });
  return { type: `${type}[]`, value: items.map((all) => `CAST([${all.join(', ')}] AS ${type}[])`) };
}

function arrayOf({ type, value }: ValueType, size: number): ValueType {
  const items = fc.array(orNull(value), { minLength: size, maxLength: size });
  return { type: `${type}[${size}]`, value: items.map((all) => `CAST([${all.join(', ')}] AS ${type}[${size}])`) };
}

function structOf(names: readonly string[], types: readonly ValueType[]): ValueType {
  const fields = names.map((name, index) => ({
    name,
    ...(types[index % types.length] ?? { type: 'INTEGER', value: fc.constant('1') }),
  }));
  const type = `STRUCT(${fields.map((field) => `${quoteIdentifier(field.name)} ${field.type}`).join(', ')})`;
  const value = fc
    .tuple(...fields.map((field) => orNull(field.value)))
    .map(
      (all) =>
        `CAST(struct_pack(${all.map((item, index) => `${quoteIdentifier(fields[index]?.name ?? '')} := ${item}`).join(', ')}) AS ${type})`,
    );
  return { type, value };
}

function unionOf(names: readonly string[], types: readonly ValueType[]): ValueType {
  const { type } = structOf(names, types);
  const union = `UNION${type.slice('STRUCT'.length)}`;
  const value = fc.nat(names.length - 1).chain((index) => {
    const member = types[index % types.length];
    return orNull(member ? member.value : fc.constant('1')).map(
      (item) =>
        `CAST(union_value(${quoteIdentifier(names[index] ?? '')} := CAST(${item} AS ${member?.type})) AS ${union})`,
    );
  });
  return { type: union, value };
}

function mapOf(key: ValueType, item: ValueType): ValueType {
  const type = `MAP(${key.type}, ${item.type})`;
  const entries = fc.uniqueArray(fc.tuple(key.value, orNull(item.value)), { maxLength: 3, selector: ([text]) => text });
  return {
    type,
    value: entries.map(
      (all) =>
        `CAST(map([${all.map(([text]) => text).join(', ')}], [${all.map(([, text]) => text).join(', ')}]) AS ${type})`,
    ),
  };
}

const { anyType } = fc.letrec<{ anyType: ValueType }>((tie) => ({
  anyType: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalarType,
    tie('anyType').map(listOf),
    fc.tuple(tie('anyType'), fc.integer({ min: 1, max: 3 })).map(([type, size]) => arrayOf(type, size)),
    fc.tuple(anyNames, some2(tie('anyType'))).map(([names, types]) => structOf(names, types)),
    fc.tuple(anyNames, some2(tie('anyType'))).map(([names, types]) => unionOf(names, types)),
    fc.tuple(keyType, tie('anyType')).map(([key, type]) => mapOf(key, type)),
  ),
}));

function some2(type: fc.Arbitrary<ValueType>): fc.Arbitrary<ValueType[]> {
  return fc.array(type, { minLength: 1, maxLength: 3 });
}

/** Any type, however it nests, with some values and NULL. */
export const anyColumn: fc.Arbitrary<RandomColumn> = anyType.chain(({ type, value }) =>
  some(value).map((values) => ({ type, values: [...values, 'NULL'] })),
);
