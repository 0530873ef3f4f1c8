import { describe, expect, it } from 'vitest';
import { commands } from './commands.ts';
import { run } from './run.ts';

async function fluxion(args: readonly string[], environment = {}) {
  const printed = { stdout: '', stderr: '' };
  const exitCode = await run(args, {
    stdout: { write: (text) => (printed.stdout += text) },
    stderr: { write: (text) => (printed.stderr += text) },
    environment,
    signals: { on: () => {}, off: () => {} },
    version: '1.2.3',
    exit: () => {},
  });
  return { exitCode, ...printed };
}

describe('fluxion', () => {
  it('shows every command in its help', async () => {
    const { exitCode, stdout, stderr } = await fluxion(['--help']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const name of Object.keys(commands)) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(await fluxion(['help'])).toEqual({ exitCode, stdout, stderr });
  });

  it('shows the help on stderr when nothing was asked, as wrong usage', async () => {
    const { exitCode, stdout, stderr } = await fluxion([]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('Usage: fluxion COMMAND');
  });

  it("shows a command's own options, with their variables and defaults", async () => {
    const { stdout } = await fluxion(['up', '--help']);
    expect(stdout).toMatch(/^Usage: fluxion up \[OPTIONS\]$/m);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    const oneLine = stdout.replaceAll(/\s+/g, ' ');
    expect(oneLine).toMatch(/ --port PORT the port that .* \(PORT; default 8001\) --host /);
    expect(oneLine).toMatch(/ --database URL the PostgreSQL .* \(DATABASE_URL\) /);
    expect(stdout).not.toContain('--exclude');
    expect((await fluxion(['help', 'up'])).stdout).toBe(stdout);
    expect((await fluxion(['migrate', '-h'])).stdout).toContain('Usage: fluxion migrate FILE [OPTIONS]');
  });

  it('prints its version', async () => {
    expect(await fluxion(['--version'])).toEqual({ exitCode: 0, stdout: '1.2.3\n', stderr: '' });
  });

  it.each([
    [['dmeo'], 'fluxion: there is no command "dmeo"\n  Did you mean `fluxion demo`?\n'],
    [['frobnicate'], 'fluxion: there is no command "frobnicate"\n  `fluxion --help` lists the commands.\n'],
    [['toString'], 'fluxion: there is no command "toString"\n  `fluxion --help` lists the commands.\n'],
    [['up', '--prot', '1'], 'fluxion: there is no option --prot\n  Did you mean --port?\n'],
    [['url', '--rows', '1'], 'fluxion: `fluxion url` takes no --rows\n  `fluxion url --help` shows what it takes.\n'],
    [['verify'], 'fluxion: `fluxion verify` needs a FILE\n  `fluxion verify --help` shows what it takes.\n'],
    [
      ['url', 'now'],
      'fluxion: `fluxion url` does not know what to do with "now"\n  `fluxion url --help` shows what it takes.\n',
    ],
    [['up', '--port', 'http'], 'fluxion: --port must be a whole number, from 0 to 65535, not "http"\n'],
  ])('refuses %j with exit 2', async (args, stderr) => {
    expect(await fluxion(args)).toEqual({ exitCode: 2, stdout: '', stderr });
  });

  it('tells a failure on stdout too with --json', async () => {
    const { exitCode, stdout, stderr } = await fluxion(['--json', 'dmeo']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('fluxion: there is no command "dmeo"');
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'USAGE', message: 'there is no command "dmeo"', details: ['Did you mean `fluxion demo`?'] },
    });
  });
});
