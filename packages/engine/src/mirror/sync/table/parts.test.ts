import { expect, it } from 'vitest';
import { partCondition } from './parts.ts';

it.each([
  `((day IS NOT NULL) AND (day >= '2024-01-01'::date) AND (day < '2024-02-01'::date))`,
  `((id IS NOT NULL) AND (id >= 1) AND (id < 10))`,
  `((id IS NOT NULL) AND (id >= '-10'::integer) AND (id < 10))`,
  `((region IS NOT NULL) AND ((region)::text = 'it''s'::text))`,
  `((region IS NOT NULL) AND ((region)::text = ANY ((ARRAY['a'::character varying, 'b('::character varying])::text[])))`,
  `(("Odd name" IS NULL) OR ("Odd name" = 3))`,
  `(NOT ((day IS NOT NULL) AND (day >= '2024-01-01'::date)))`,
  `((at IS NOT NULL) AND (at >= '2024-01-01 00:00:00+00'::timestamp with time zone))`,
])('takes %s', (constraint) => {
  expect(partCondition({ constraint })).toBe(constraint);
});

it.each([
  `satisfies_hash_partition('16384'::oid, 2, 0, id)`,
  `((lower(name) IS NOT NULL))`,
  `((name IS NOT NULL) AND ((name)::text >= 'a'::text) AND ((name)::text < 'm'::text))`,
  `((amount IS NOT NULL) AND (amount = '$1.00'::money))`,
  `(id = 1) /* x */`,
  `((day IS NOT NULL) AND (day < '0044-03-15 BC'::date))`,
])('leaves %s', (constraint) => {
  expect(partCondition({ constraint })).toBeUndefined();
});

it('knows that a table without parts is its only part', () => {
  expect(partCondition({ constraint: null })).toBe('true');
});
