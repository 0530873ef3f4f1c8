import fc, { type Arbitrary } from 'fast-check';
import type { Schema } from '../operations-of.ts';

/** Ids of things that are there, by what the names of fields that hold one have in them; '' is for all others. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

/** The ids that a field of this name, or a path, would hold. */
function idsOf(ids: KnownIds, name: string): readonly string[] {
  const kind = Object.keys(ids).find((one) => one !== '' && name.includes(one)) ?? '';
  return ids[kind] ?? [];
}

const awkward = fc.constantFrom<unknown>(
  '',
  ' ',
  '\0',
  '￿',
  '\u{1f600}',
  "'; DROP TABLE ventas_raw; --",
  '../../etc/passwd',
  '%00',
  '-1',
  '0',
  '1e309',
  '9223372036854775808',
  '2024-02-30',
  '0000-00-00',
  '9999-12-31',
  'NaN',
  'null',
  'x'.repeat(3000),
  null,
  true,
  -1,
  0.1,
  1e300,
  [],
  {},
  [[]],
  { a: { b: [] } },
);

const dates = fc.constantFrom('2024-02-29', '2024-03-01', '2024-03-05', '1999-12-31', '2999-12-31');
const decimals = fc.oneof(
  fc.integer({ min: -5, max: 5000 }).map(String),
  fc.tuple(fc.nat(99_999), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
);

/** Values that a schema takes, or nearly: what only its pattern says is guessed at. */
export function valid(schema: Schema, ids: KnownIds, name = ''): Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => valid(one, ids, name)));
  const types = [schema.type ?? 'string'].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema, ids, name)));
}

function ofType(type: string, schema: Schema, ids: KnownIds, name: string): Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -10, max: Math.min(schema.maximum ?? 1000, 1000) });
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 5 } = schema;
      return fc.array(valid(items, ids, name), {
        minLength: minItems,
        maxLength: Math.min(Math.max(maxItems, minItems), 5),
      });
    }
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, one]) => [key, valid(one, ids, key)])),
        { requiredKeys: [...(schema.required ?? [])] },
      );
    default:
      return textOf(schema, idsOf(ids, name));
  }
}

function textOf(
  { format, pattern = '', minLength = 0, maxLength = 50 }: Schema,
  ids: readonly string[],
): Arbitrary<string> {
  if (format === 'date') return dates;
  if (format === 'date-time') return dates.map((date) => `${date}T12:00:00Z`);
  if (pattern.includes('@')) return fc.constantFrom('ana@cadena.example', 'luis@cadena.example');
  if (pattern.startsWith('^(W/)?')) return fc.constantFrom('"1"', '"2"', 'W/"1"');
  if (/\\\.\[0-9\]|\[0-9\]\+\(/.test(pattern)) return decimals;
  if (pattern.startsWith('^[0-9]')) return fc.nat(1000).map(String);
  const text = fc.string({ minLength, maxLength: Math.min(maxLength, 60), unit: 'grapheme' });
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: text });
}

/** A valid value, or now and then one that is not. */
export function mostlyValid(schema: Schema, ids: KnownIds, name: string): Arbitrary<unknown> {
  return fc.oneof({ weight: 8, arbitrary: valid(schema, ids, name) }, { weight: 1, arbitrary: awkward });
}

/** Bodies: valid ones, ones with a field that is wrong, missing or unknown, and anything. */
export function bodies(schema: Schema, ids: KnownIds): Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const nearly = fc.record(
    { ...Object.fromEntries(properties.map(([name, one]) => [name, mostlyValid(one, ids, name)])), sobra: awkward },
    { requiredKeys: [] },
  );
  return fc.oneof(
    { weight: 6, arbitrary: valid(schema, ids) },
    { weight: 4, arbitrary: nearly },
    { weight: 1, arbitrary: awkward },
  );
}
