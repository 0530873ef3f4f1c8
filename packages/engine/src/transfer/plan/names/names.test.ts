import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postgresName, postgresSchema } from './names.ts';

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.string({ unit: 'grapheme', minLength: 10, maxLength: 100 }),
  fc.constantFrom('ctid', 'xmin', 'pg_x', 'information_schema', '', '\0', '\ud800', '\udfff'),
);
const naming = [
  ['postgresName', postgresName],
  ['postgresSchema', postgresSchema],
] as const;

describe.each(naming)('%s', (_, nameOf) => {
  it('gives what PostgreSQL takes whole', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const given = nameOf(name);
        expect(Buffer.byteLength(given)).toBeLessThanOrEqual(63);
        expect(given).not.toBe('');
        expect(given).not.toContain('\0');
        expect(Buffer.from(given).toString()).toBe(given);
        expect(['ctid', 'xmin', 'xmax', 'cmin', 'cmax', 'tableoid']).not.toContain(given);
        expect(nameOf(name)).toBe(given);
      }),
    );
  });

  it('keeps different names apart', () => {
    fc.assert(
      fc.property(anyName, anyName, (one, other) => {
        fc.pre(one !== other);
        expect(nameOf(one)).not.toBe(nameOf(other));
        expect(nameOf(`${one}${'x'.repeat(60)}1`)).not.toBe(nameOf(`${one}${'x'.repeat(60)}2`));
      }),
    );
  });

  it('keeps a name apart from the changed one of another', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        fc.pre(nameOf(name) !== name);
        expect(nameOf(nameOf(name))).not.toBe(nameOf(name));
      }),
    );
  });

  it.each(['ventas', 'Ventas', 'select', 'a "quoted" name', 'ñandú', '🛒', ' ', 'backup_20240101', 'x'.repeat(63)])(
    'leaves %s alone',
    (name) => {
      expect(nameOf(name)).toBe(name);
    },
  );
});

it('cuts between two characters', () => {
  expect(postgresName('x'.repeat(64))).toMatch(/^x{54}_[0-9a-f]{8}$/);
  expect(postgresName(`${'x'.repeat(53)}ñ${'x'.repeat(20)}`)).toMatch(/^x{53}_[0-9a-f]{8}$/);
  expect(postgresName('🛒'.repeat(16))).toMatch(/^(🛒){13}_[0-9a-f]{8}$/u);
});

it('leaves to PostgreSQL the names that are its own', () => {
  expect(postgresName('ctid')).toMatch(/^ctid_[0-9a-f]{8}$/);
  expect(postgresName('pg_sales')).toBe('pg_sales');
  expect(postgresSchema('pg_sales')).toMatch(/^_pg_sales_[0-9a-f]{8}$/);
  expect(postgresSchema('information_schema')).toMatch(/^information_schema_[0-9a-f]{8}$/);
  expect(postgresSchema('fluxion_transfer')).not.toBe('fluxion_transfer');
});
