import { FluxionError } from '../base/index.ts';
import { expect, test } from 'vitest';
import { openPool } from './pool.ts';

function refusalOf(url: string): FluxionError {
  try {
    openPool({ url, applicationName: 'fluxion-test' });
  } catch (error) {
    if (error instanceof FluxionError) return error;
  }
  throw new Error('the address was not refused');
}

test.each([
  '',
  'localhost',
  'mysql://user:s3cret@host/database',
  '/var/run/postgresql s3cret',
  'postgres://user:s3cret@host:notaport/database',
  'postgres://user:s3cret@[::1/database',
])('the address %j is refused without a word of its password', (url) => {
  const error = refusalOf(url);
  expect(error.code).toBe('DATABASE_UNREACHABLE');
  expect(error.message).toContain('postgres://user:password@host:port/database');
  expect(`${error.message} ${error.details.join(' ')} ${String(error.cause)}`).not.toContain('s3cret');
});
