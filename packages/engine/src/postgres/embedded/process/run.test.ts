import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from './run-as.ts';
import { runToSuccess, startDetached } from './run.ts';

function node(script: string): Command {
  return { file: process.execPath, args: ['-e', script], identity: {} };
}

describe('runToSuccess', () => {
  test('gives the program its input, and nothing of our environment', async () => {
    const script = `let text = ''; process.stdin.on('data', (part) => { text += part; }).on('end', () => {
      if (text !== 'ñ' || process.env.HOME !== undefined || process.env.NODE_ENV !== undefined) process.exit(1);
    })`;
    await expect(runToSuccess('It failed', node(script), 'ñ')).resolves.toBeUndefined();
  });

  test('throws with the reason that the program gives, also if it does not read its input', async () => {
    const script = `console.log('working'); console.error('initdb: error: no luck'); process.exit(3)`;
    await expect(runToSuccess('It failed', node(script), 'x'.repeat(1_000_000))).rejects.toMatchObject({
      code: 'EMBEDDED_SERVER',
      message: 'It failed: no luck.',
      details: expect.arrayContaining(['working']),
    });
  });

  test('says which program is missing, and what to do where it is the one for closed folders', async () => {
    const missing = (name: string): Command => ({ file: `/no/such/${name}`, args: [], identity: {} });
    await expect(runToSuccess('It failed', missing('initdb'))).rejects.toThrow(/\/no\/such\/initdb cannot be run/);
    await expect(runToSuccess('It failed', missing('setpriv'))).rejects.toThrow(/Install setpriv/);
  });
});

describe('startDetached', () => {
  test('starts a program in a process group of its own that writes to the log', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'fluxion-run-'));
    const log = join(directory, 'log');
    const child = await startDetached(node(`console.log('out', process.env.MORE); console.error('err')`), log, {
      MORE: 'x',
    });
    // Signal 0 tells whether there is such a group.
    expect(process.kill(-(child.pid ?? Number.NaN), 0)).toBe(true);
    await once(child, 'exit');
    expect(await readFile(log, 'utf8')).toBe('out x\nerr\n');
    await expect(startDetached({ file: '/no/such/postgres', args: [], identity: {} }, log, {})).rejects.toMatchObject({
      code: 'EMBEDDED_SERVER',
    });
    await rm(directory, { recursive: true });
  });
});
