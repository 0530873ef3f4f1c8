import { expect, it } from 'vitest';
import { describeRole, isEnough } from './describe-role.ts';

const prepared = {
  role: 'fluxion',
  database: 'tienda',
  createdRole: true,
  createdDatabase: false,
  ownsDatabase: true,
  createSchemas: true,
  createTables: true,
  temporaryTables: true,
  beyond: [],
  foreignTables: [],
};

it('says what the role may do', () => {
  expect(isEnough(prepared)).toBe(true);
  expect(describeRole(prepared).split('\n')).toEqual([
    'The role "fluxion" was created; the database "tienda" was there.',
    'It has signed in, and may do nothing beyond its database.',
    '  yes  owns the database',
    '  yes  may make schemas',
    '  yes  may make tables in public',
    '  yes  may make temporary tables',
  ]);
});

it('says what to do about each right that it lacks, and about what belongs to others', () => {
  const lacking = { ...prepared, createTables: false, beyond: ['CREATEDB'], foreignTables: ['public.a', 'fluxion.b'] };
  expect(isEnough({ ...prepared, createTables: false })).toBe(false);
  expect(isEnough({ ...prepared, foreignTables: ['public.a'] })).toBe(false);
  const text = describeRole(lacking);
  expect(text).toContain('has CREATEDB besides, which Fluxion does not need');
  expect(text).toContain(
    'NO   may make tables in public: in the database "tienda": GRANT ALL ON SCHEMA public TO "fluxion";',
  );
  expect(describeRole({ ...prepared, role: 'a"b\u001b', createSchemas: false })).toContain(
    String.raw`GRANT CREATE ON DATABASE "tienda" TO "a""b\u001b"`,
  );
  expect(text).toContain('belong to another role, and "fluxion" cannot change them: public.a, fluxion.b.');
});
