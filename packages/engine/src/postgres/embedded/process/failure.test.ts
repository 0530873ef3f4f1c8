import { describe, expect, test } from 'vitest';
import { classifyFailure, explainedError } from './failure.ts';

const at = '2026-01-31 12:00:00.000 UTC [4711] ';

describe('classifyFailure', () => {
  test.each([
    ['anotherServer', 'FATAL:  lock file "postmaster.pid" already exists'],
    ['emptyLockFile', 'FATAL:  lock file "postmaster.pid" is empty'],
    ['oldProcesses', 'FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use'],
    ['portTaken', 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use'],
    ['other', 'FATAL:  database files are incompatible with server'],
  ] as const)('knows %s', (why, line) => {
    expect(classifyFailure([`${at}LOG:  starting`, `${at}${line}`])).toBe(why);
  });
});

describe('explainedError', () => {
  test('is one sentence with the first reason, what to do, and where the log is', () => {
    const lines = [
      `${at}LOG:  starting PostgreSQL`,
      `${at}FATAL:  could not write lock file "postmaster.pid": No space left on device`,
      `${at}LOG:  database system is shut down`,
      '',
    ];
    const error = explainedError('PostgreSQL did not start', lines, '/home/postgres.log');
    expect(error.message).toBe(
      'PostgreSQL did not start: could not write lock file "postmaster.pid": No space left on device. ' +
        'The disk is full: free some space and start again. Its log is /home/postgres.log.',
    );
    expect(error.details).toEqual(lines.slice(0, 3));
  });

  test('takes the last line where none is a reason, and none for silence', () => {
    expect(explainedError('It failed', ['Segmentation fault']).message).toBe('It failed: Segmentation fault.');
    expect(explainedError('It failed', []).message).toBe('It failed: it does not say why.');
  });
});
