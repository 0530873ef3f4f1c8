import { describe, expect, it } from 'vitest';
import { databaseFailure } from './database-errors.ts';

function failure(message: string, properties: object = {}): Error {
  return Object.assign(new Error(message), properties);
}

describe('databaseFailure', () => {
  it.each([
    failure('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' }),
    new AggregateError([failure('x', { code: 'ECONNREFUSED', syscall: 'connect' })]),
    failure('getaddrinfo', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }),
    failure('Connection terminated unexpectedly'),
    failure('timeout exceeded when trying to connect'),
    failure('terminating connection due to administrator command', { code: '57P01' }),
    failure('the database system is starting up', { code: '57P03' }),
    failure('too many connections', { code: '53300' }),
    failure('cannot execute UPDATE in a read-only transaction', { code: '25006' }),
  ])('knows a database that is away: %s', (error) => {
    expect(databaseFailure(error)).toBe('unavailable');
  });

  it('knows a statement that took too long', () => {
    expect(databaseFailure(failure('canceling statement', { code: '57014' }))).toBe('timeout');
  });

  it.each([
    failure('relation does not exist', { code: '42P01' }),
    failure('no such file', { code: 'ENOENT' }),
    new TypeError('x is not a function'),
    'text',
    undefined,
  ])('leaves what is our own fault: %s', (error) => {
    expect(databaseFailure(error)).toBeUndefined();
  });
});
