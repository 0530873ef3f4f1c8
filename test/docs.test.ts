import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pages } from '../scripts/docs/index.ts';

const root = join(import.meta.dirname, '..');

it.each([...pages])('docs/%s is what `npm run docs` writes', async (name, page) => {
  expect(await readFile(join(root, 'docs', name), 'utf8')).toBe(page());
});

it('docs/dependencies.md gives a reason for each dependency, and for nothing else', async () => {
  const text = await readFile(join(root, 'docs/dependencies.md'), 'utf8');
  const sections = text.split(/^## /m).slice(1);
  const documented = sections.map((section) => ({
    workspace: section.slice(0, section.indexOf('\n')),
    packages: [...section.matchAll(/^\| `([^`]+)` +\| \S/gm)].map(([, name]) => name),
  }));
  const declared = await Promise.all(['.', 'contract', 'engine', 'api', 'cli', 'dashboard'].map(dependenciesOf));
  expect(documented).toEqual(declared.filter(({ packages }) => packages.length > 0));
});

async function dependenciesOf(workspace: string): Promise<{ workspace: string; packages: string[] }> {
  const folder = workspace === '.' ? root : join(root, 'packages', workspace);
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  return { workspace: manifest.name, packages: packages.filter((name) => !name.startsWith('@fluxion/')).toSorted() };
}
