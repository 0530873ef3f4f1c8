import fc, { type Arbitrary } from 'fast-check';
import type { Schema } from '../operations-of.ts';

/** Ids of things that are there, so that requests get past "does not exist". */
export type KnownIds = readonly string[];

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
export function valid(schema: Schema, ids: KnownIds): Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => valid(one, ids)));
  const types = [schema.type ?? 'string'].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema, ids)));
}

function ofType(type: string, schema: Schema, ids: KnownIds): Arbitrary<unknown> {
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
      return fc.array(valid(items, ids), { minLength: minItems, maxLength: Math.min(Math.max(maxItems, minItems), 5) });
    }
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, valid(one, ids)])),
        { requiredKeys: [...(schema.required ?? [])] },
      );
    default:
      return textOf(schema, ids);
  }
}

function textOf({ format, pattern = '', minLength = 0, maxLength = 50 }: Schema, ids: KnownIds): Arbitrary<string> {
  if (format === 'date') return dates;
  if (format === 'date-time') return dates.map((date) => `${date}T12:00:00Z`);
  if (/\\\.\[0-9\]|\[0-9\]\+\(/.test(pattern)) return decimals;
  if (pattern.startsWith('^[0-9]')) return fc.nat(1000).map(String);
  const text = fc.string({ minLength, maxLength: Math.min(maxLength, 60), unit: 'grapheme' });
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: text });
}

/** A valid value, or now and then one that is not. */
export function mostlyValid(schema: Schema, ids: KnownIds): Arbitrary<unknown> {
  return fc.oneof({ weight: 8, arbitrary: valid(schema, ids) }, { weight: 1, arbitrary: awkward });
}

/** Bodies: valid ones, ones with a field that is wrong, missing or unknown, and anything. */
export function bodies(schema: Schema, ids: KnownIds): Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const nearly = fc.record(
    { ...Object.fromEntries(properties.map(([name, one]) => [name, mostlyValid(one, ids)])), sobra: awkward },
    { requiredKeys: [] },
  );
  return fc.oneof(
    { weight: 6, arbitrary: valid(schema, ids) },
    { weight: 4, arbitrary: nearly },
    { weight: 1, arbitrary: awkward },
  );
}
