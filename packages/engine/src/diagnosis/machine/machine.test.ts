import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookAt } from '../look-at.ts';
import type { AskedMachine } from './asked.ts';
import { machineChecks } from './checks.ts';
import { disk, diskVerdict } from './disk.ts';
import { memoryVerdict } from './memory.ts';
import { programVerdict } from './program.ts';
import { secrets } from './secrets.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'fluxion-doctor-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const asked = (changed: Partial<AskedMachine> = {}): AskedMachine => ({
  home,
  mirrorMemory: undefined,
  embedded: true,
  sourceBytes: 0,
  secretFiles: [],
  ...changed,
});

it.each([
  ['20.19.0', 'ok'],
  ['22.4.1', 'ok'],
  ['20.9.0', 'problem'],
  ['18.20.4', 'problem'],
])('judges Node %s', (version, state) => expect(programVerdict(version).state).toBe(state));

const gibibyte = 2 ** 30;
it.each([
  [2 * gibibyte, 512, 'ok'],
  [1.2 * gibibyte, 512, 'warning'],
  [0.75 * gibibyte, 512, 'problem'],
])('judges %s bytes of memory with %s MiB for the mirror', (bytes, mirror, state) =>
  expect(memoryVerdict(bytes, mirror).state).toBe(state),
);

it.each([
  [20 * gibibyte, 0, 'ok'],
  [gibibyte, 0, 'warning'],
  [0.2 * gibibyte, 0, 'problem'],
  [20 * gibibyte, 30 * gibibyte, 'problem'],
])('judges %s free bytes where %s are to come', (free, coming, state) =>
  expect(diskVerdict('/data', free, coming).state).toBe(state),
);

it('looks at a home that is not there yet, and leaves nothing', async () => {
  const findings = await lookAt(machineChecks, asked({ home: join(home, 'a/b') }), new AbortController().signal);
  expect(findings.map(({ name }) => name)).toEqual(['program', 'memory', 'disk', 'secrets']);
  expect(await readdir(home)).toEqual([]);
});

it('tells a home that cannot be written', async () => {
  const [verdict] = await disk.look(asked({ home: '/dev/null/data' }));
  expect(verdict).toMatchObject({
    state: 'problem',
    found: expect.stringContaining('Nothing can be written to /dev/null'),
  });
});

it.runIf(process.platform !== 'win32')('tells files with secrets that others may read', async () => {
  const [closed, open] = [join(home, '.env'), join(home, 'postgres.password')];
  await writeFile(closed, 'x');
  await writeFile(open, 'x');
  await chmod(closed, 0o600);
  await chmod(open, 0o644);
  const secretFiles = [closed, open, join(home, 'none')];
  expect(await secrets.look(asked({ secretFiles }))).toEqual([
    { state: 'warning', found: expect.stringContaining(open), advice: `chmod 600 ${open}` },
  ]);
  await chmod(open, 0o600);
  expect(await secrets.look(asked({ secretFiles }))).toMatchObject([{ state: 'ok' }]);
});
