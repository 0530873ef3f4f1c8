import { describe, expect, it } from 'vitest';
import { FluxionError } from '../base/index.ts';
import { serverFailure } from './server-failure.ts';

function failure(message: string, properties: object = {}): Error {
  return Object.assign(new Error(message), properties);
}

describe('serverFailure', () => {
  it.each([
    failure('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' }),
    new AggregateError([failure('x', { code: 'ECONNREFUSED', syscall: 'connect' })]),
    failure('connect ETIMEDOUT', { code: 'ETIMEDOUT', syscall: 'connect' }),
    failure('getaddrinfo', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }),
    failure('timeout exceeded when trying to connect'),
    failure('Connection terminated due to connection timeout'),
    failure('the database system is starting up', { code: '57P03' }),
    failure('too many connections', { code: '53300' }),
    failure('cannot execute UPDATE in a read-only transaction', { code: '25006' }),
    new FluxionError('DATABASE_UNREACHABLE', 'No usable PostgreSQL'),
  ])('knows a server that is away: %s', (error) => {
    expect(serverFailure(error)).toBe('away');
  });

  it.each([
    failure('Connection terminated unexpectedly'),
    failure('Client has encountered a connection error and is not queryable'),
    failure('read ECONNRESET', { code: 'ECONNRESET', syscall: 'read' }),
    failure('write EPIPE', { code: 'EPIPE', syscall: 'write' }),
    failure('terminating connection due to administrator command', { code: '57P01' }),
    failure('terminating connection because of crash of another server process', { code: '57P02' }),
    failure('connection failure', { code: '08006' }),
  ])('knows a connection that was lost under a statement: %s', (error) => {
    expect(serverFailure(error)).toBe('lost');
  });

  it('knows a statement that took too long', () => {
    expect(serverFailure(failure('canceling statement', { code: '57014' }))).toBe('timeout');
  });

  it.each([
    failure('relation does not exist', { code: '42P01' }),
    failure('no such file', { code: 'ENOENT' }),
    failure('no such file', { code: 'ENOENT', syscall: 7 }),
    new TypeError('x is not a function'),
    'text',
    undefined,
  ])('leaves what is our own fault: %s', (error) => {
    expect(serverFailure(error)).toBeUndefined();
  });
});
