import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const scripts = join(import.meta.dirname, '../scripts');
// Plain JavaScript without types: it runs before anything is installed.
const { holdsAll, newest } = await import(join(scripts, 'setup.mjs'));

describe('holdsAll', () => {
  const wanted = {
    '': { version: '0.1.0' },
    'packages/api': { version: '0.1.0' },
    'node_modules/@fluxion/api': { resolved: 'packages/api', link: true },
    'node_modules/pg': { version: '8.23.1' },
    'node_modules/vite': { version: '8.3.8', dev: true },
    'node_modules/tool-darwin': { version: '1.0.0', optional: true },
  };
  const present = {
    'node_modules/@fluxion/api': { resolved: 'packages/api', link: true },
    'node_modules/pg': { version: '8.23.1' },
    'node_modules/vite': { version: '8.3.8', dev: true },
  };
  const without = (path: keyof typeof present) => ({ ...present, [path]: undefined });

  it.each([
    ['everything for this platform', present, true],
    ['another version', { ...present, 'node_modules/pg': { version: '8.23.0' } }, false],
    ['a package less', without('node_modules/pg'), false],
    ['a tool less', without('node_modules/vite'), false],
  ])('with %s', (_title, installed, expected) => {
    expect(holdsAll(wanted, installed, false)).toBe(expected);
  });

  it('does without the tools where the build has been done', () => {
    expect(holdsAll(wanted, without('node_modules/vite'), true)).toBe(true);
    expect(holdsAll(wanted, without('node_modules/pg'), true)).toBe(false);
  });
});

it('newest notices a file that was changed, added or removed, however deep', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-newest-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const inner = join(folder, 'a/b');
  const [file, other] = [join(inner, 'x.ts'), join(inner, 'y.ts')];
  await mkdir(inner, { recursive: true });
  await Promise.all([writeFile(file, ''), writeFile(other, '')]);
  const settle = async () => {
    for (const path of [file, other, inner, join(folder, 'a'), folder]) await utimes(path, 1000, 1000).catch(() => {});
    expect(newest(folder)).toBe(1_000_000);
  };
  await settle();
  await utimes(file, 2000, 2000);
  expect(newest(folder)).toBe(2_000_000);
  await settle();
  await writeFile(join(inner, 'z.ts'), '');
  expect(newest(folder)).toBeGreaterThan(1_000_000);
  await rm(join(inner, 'z.ts'));
  await settle();
  await rm(other);
  expect(newest(folder)).toBeGreaterThan(1_000_000);
  expect(newest(join(folder, 'nothing'))).toBe(0);
});

describe('endWithNpm', () => {
  const child = `
    const { endWithNpm } = await import(${JSON.stringify(join(scripts, 'npm-parent.mjs'))});
    process.on('SIGTERM', () => { console.log('ended'); process.exit(); });
    endWithNpm();
    setInterval(() => {}, 1000);
    console.log('ready');`;
  const direct = `spawn(process.execPath, ['--input-type=module', '-e', child], { stdio: 'inherit' })`;
  // The second command keeps the shell from giving its place to the first.
  const behindShell = `spawn('sh', ['-c', '"$NODE" --input-type=module -e "$CHILD"; :'], { stdio: 'inherit', env: { ...process.env, NODE: process.execPath, CHILD: child } })`;

  it.each([
    ['npm', direct],
    ['npm behind a shell', behindShell],
  ])('ends the process when %s is killed', async (_title, start) => {
    const code = `const child = ${JSON.stringify(child)}; require('node:child_process').${start}`;
    const parent = spawn(process.execPath, ['-e', code], {
      env: { ...process.env, npm_command: 'run-script' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const printed: string[] = [];
    for await (const text of parent.stdout.setEncoding('utf8')) {
      printed.push(...String(text).trim().split('\n'));
      if (printed.at(-1) === 'ready') parent.kill('SIGKILL');
    }
    expect(printed).toEqual(['ready', 'ended']);
  });
});
