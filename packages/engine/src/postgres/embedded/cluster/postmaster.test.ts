import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findPostmaster, readPidFile } from './postmaster.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fluxion-pid-'));
});
afterEach(() => rm(directory, { recursive: true }));

async function write(...lines: readonly string[]): Promise<void> {
  await writeFile(join(directory, 'postmaster.pid'), lines.map((line) => `${line}\n`).join(''));
}

describe('readPidFile', () => {
  test.each([
    ['starting', 'starting'],
    ['ready   ', 'ready'],
    ['stopping', 'stopping'],
  ])('reads the status %j', async (written, status) => {
    await write('4711', directory, '1769860800', '54321', '', '127.0.0.1', '  1234567         0', written);
    expect(await readPidFile(directory)).toEqual({ pid: 4711, port: 54_321, status });
  });

  test('takes a file that is still being written for a server that is starting', async () => {
    await write('4711', directory);
    expect(await readPidFile(directory)).toEqual({ pid: 4711, port: 0, status: 'starting' });
  });

  test.each(['', 'garbage'])('finds no server in %j', async (text) => {
    await writeFile(join(directory, 'postmaster.pid'), text);
    expect(await readPidFile(directory)).toBeUndefined();
  });
});

describe('findPostmaster', () => {
  test('does not take this very process, nor none, for a server', async () => {
    expect(await findPostmaster(directory)).toBeUndefined();
    for (const pid of [process.pid, 999_999_999]) {
      await write(String(pid), directory, '1769860800', '54321', '', '127.0.0.1', '1 2', 'ready');
      expect(await findPostmaster(directory)).toBeUndefined();
    }
  });
});
