import { expect, it } from 'vitest';
import { wantedRole } from './wanted-role.ts';

it.each([
  'postgresql://app:s3cret@db.example.com:5432/chain?sslmode=require',
  'postgresql://app:s3cret@/chain?host=/run/postgresql',
  'postgresql://app:s3cret@%2Frun%2Fpostgresql/chain',
  'postgresql:///chain?host=/run/postgresql&user=app&password=s3cret',
])('reads %s', async (url) => {
  expect(await wantedRole(url)).toEqual({ role: 'app', password: 's3cret', database: 'chain' });
});

it.each([
  ['postgresql:///chain?host=/run/postgresql', /names no role/],
  ['postgresql://app:s3cret@/?host=/run/postgresql', /names no database/],
  ['postgresql://app@/chain?host=/run/postgresql', /names no password/],
])('refuses %s', async (url, message) => {
  await expect(wantedRole(url)).rejects.toMatchObject({ code: 'USAGE', message: expect.stringMatching(message) });
});
