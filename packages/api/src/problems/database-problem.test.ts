import { describe, expect, it } from 'vitest';
import { databaseProblem, problemAfterWriting, type Asking } from './database-problem.ts';

const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
const lost = new Error('Connection terminated unexpectedly');
function codeOf(error: unknown, asking: Partial<Asking>): string | undefined {
  return databaseProblem(error, { method: 'GET', principal: {}, routeOptions: {}, ...asking })?.problem;
}

describe('a connection that was lost', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('leaves unknown what became of a %s', (method) => {
    expect(codeOf(lost, { method })).toBe('OUTCOME_UNKNOWN');
  });

  it('has done nothing where the request only reads, or was not let in yet', () => {
    expect(codeOf(lost, { method: 'GET' })).toBe('DATABASE_UNAVAILABLE');
    expect(codeOf(lost, { method: 'POST', principal: null })).toBe('DATABASE_UNAVAILABLE');
  });

  it('leaves unknown what became of a change that anybody may ask for, as of a password by a link', () => {
    const routeOptions = { config: { permission: 'public' } };
    expect(codeOf(lost, { method: 'POST', principal: null, routeOptions })).toBe('OUTCOME_UNKNOWN');
  });
});

describe('a server that is away', () => {
  it('has done nothing', () => {
    expect(codeOf(away, { method: 'POST' })).toBe('DATABASE_UNAVAILABLE');
  });
});

it('leaves unknown what became of a change after which the database failed, however it did', () => {
  const asking = { principal: {}, routeOptions: {} };
  expect(problemAfterWriting(away, { ...asking, method: 'POST' })).toMatchObject({ problem: 'OUTCOME_UNKNOWN' });
  expect(problemAfterWriting(away, { ...asking, method: 'GET' })).toBe(away);
});

it('does not speak of what is no failure of the database', () => {
  expect(codeOf(new TypeError('x is not a function'), { method: 'POST' })).toBeUndefined();
});
