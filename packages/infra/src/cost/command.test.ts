import { expect, it } from 'vitest';
import { costCommand } from './command.ts';

function run(...args: string[]) {
  const said = { stdout: '', stderr: '' };
  const exitCode = costCommand(args, {
    stdout: (text) => (said.stdout += text),
    stderr: (text) => (said.stderr += text),
  });
  return { exitCode, ...said };
}

it('prints every environment, its lines, how they compare with the plan, and other choices', () => {
  const { exitCode, stdout } = run();
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^production, us-east-1,[^]*^staging, us-east-1,/m);
  expect(stdout).toMatch(/^ {2}Storage gp3, in two zones +100 GB-months +x \$0\.23 +\$23\.00$/m);
  expect(stdout).toMatch(/^Database: the plan said \$83\.00: \$\d+\.\d\d over\.$/m);
  expect(stdout).toMatch(/^ +-\$58\.95 {2}Database in one zone: gives up the standby/m);
});

it('prints the one that is named', () => {
  const { stdout } = run('--environment', 'staging');
  expect(stdout).not.toContain('production,');
  expect(stdout).toMatch(/^Database: the plan said \$83\.00: \$\d+\.\d\d under\.$/m);
});

it('gives programs the same, with what it assumes', () => {
  const bills: unknown = JSON.parse(run('--json', '--environment', 'production').stdout);
  expect(bills).toMatchObject({
    region: 'us-east-1',
    environments: [{ environment: 'production', lines: expect.any(Array), totalUsd: expect.any(Number) }],
    usage: { toInternet: { unit: 'GB', because: expect.any(String) } },
  });
});

it('refuses what it does not know with a sentence', () => {
  expect(run('--environment', 'moon')).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: '--environment must be production or staging, not "moon"\n',
  });
  expect(run('--verbose')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("'--verbose'") });
  expect(run('--help').stdout).toMatch(/^Usage: npm run infra:cost/);
});
