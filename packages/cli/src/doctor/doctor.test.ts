import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseChecks, machineChecks, source } from '@fluxion/engine/diagnosis';
import { createDuckFile } from '#testing/duck-file.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fluxionHere } from '../testing/fluxion-here.ts';
import { describeFindings } from './describe.ts';
import { factorVerdicts } from './factor-verdicts.ts';
import { workChecks } from './work-checks.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'fluxion-doctor-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const doctor = (...args: string[]) => fluxionHere(['doctor', ...args], { FLUXION_HOME: join(home, 'data') });

it('prints a line for each finding, and below what to do, and counts them', () => {
  const text = describeFindings([
    { name: 'role', state: 'ok', found: 'app, which owns the database.' },
    { name: 'settings', state: 'problem', found: 'fsync is off: a crash may destroy it.', advice: 'Set it to on.' },
    { name: 'clock', state: 'warning', found: `The server's clock is 5 s behind.\u001b[2J`, advice: 'NTP.' },
  ]);
  expect(text.split('\n')).toEqual([
    'ok       role      app, which owns the database.',
    'PROBLEM  settings  fsync is off: a crash may destroy it.',
    '                   -> Set it to on.',
    String.raw`warning  clock     The server's clock is 5 s behind.\u001b[2J`,
    '                   -> NTP.',
    '',
    '1 problem, 1 warning.',
  ]);
});

it('makes nothing where there is no database yet, and is content', async () => {
  const { exitCode, stdout } = await doctor();
  expect({ exitCode, stdout }).toEqual({
    exitCode: 0,
    stdout: expect.stringMatching(/^ok +server +There is none yet/m),
  });
  await expect(access(join(home, 'data'))).rejects.toThrow('ENOENT');
});

it('tells a database that cannot be reached as a finding among others, with exit code 5', async () => {
  const address = 'postgres://someone:s3cret@127.0.0.1:1/nothing';
  const { exitCode, stdout, stderr } = await doctor('--json', '--database', address, '--target', 'rds');
  expect(exitCode).toBe(5);
  const { problems, findings } = JSON.parse(stdout);
  expect(problems).toBe(1);
  expect(findings.map(({ name }: { name: string }) => name)).toEqual([
    'program',
    'memory',
    'disk',
    'secrets',
    'server',
  ]);
  expect(findings.at(-1)).toMatchObject({ state: 'problem', found: expect.stringContaining('127.0.0.1:1') });
  expect(stdout + stderr).not.toContain('s3cret');
});

it('tells a file that no migration can read, with exit code 3', async () => {
  const file = join(home, 'notes.duckdb');
  await writeFile(file, 'not a database');
  const { exitCode, stdout } = await doctor('--source', file);
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: expect.stringMatching(/^PROBLEM +source /m) });
  const sound = await createDuckFile('CREATE TABLE a (i INT)');
  expect(await doctor('--source', sound)).toMatchObject({ exitCode: 0 });
});

it.each([
  [['--target', 'rds'], /--target rds needs the address of the database/],
  [['--target', 'azure'], /--target must be one of rds, not "azure"/],
  [['--storage', 'much'], /--storage must be a whole number/],
  [['--processes', '0'], /--processes must be a whole number/],
])('refuses %s in one sentence', async (args, message) => {
  const { exitCode, stderr } = await doctor(...args);
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringMatching(message) });
});

it('is described in docs/doctor.md, check by check', async () => {
  const text = await readFile(new URL('../../../../docs/doctor.md', import.meta.url), 'utf8');
  const table = text.slice(text.indexOf('## The checks'), text.indexOf('What a server does not tell'));
  const described = [...table.matchAll(/^\| (\w+) +\|/gm)].map(([, name]) => name).slice(1);
  const [machine, database, work] = [machineChecks, databaseChecks, workChecks].map((checks) =>
    checks.map(({ name }) => name),
  );
  expect(described.toSorted()).toEqual([machine, source.name, database, work].flat().toSorted());
});

it.each([
  [{}, true, ['ok']],
  [{ current: 2 }, true, ['ok']],
  [{ current: 2 }, false, ['warning']],
  [{ current: 1, plain: 1, 'former key': 1 }, true, ['warning']],
  [{ 'unknown key': 1 }, false, ['problem']],
  [{ 'unknown key': 1, 'former key': 1 }, true, ['problem', 'warning']],
])('tells of second factors stored as %j', (stored, hasKey, states) => {
  const none = { current: 0, 'former key': 0, 'unknown key': 0, plain: 0 };
  expect(factorVerdicts({ ...none, ...stored }, hasKey).map(({ state }) => state)).toEqual(states);
});
