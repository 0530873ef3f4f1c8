import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dependenciesOf, importsOf, mentions, readWorkspaces, type Workspace } from './support/workspaces.ts';

const root = join(import.meta.dirname, '..');
const workspaces = await readWorkspaces(root);
const [repository] = workspaces;
const shared = repository === undefined ? [] : dependenciesOf(repository.manifest);
const everyFile = workspaces.flatMap(({ files }) => files);

/** The names of the programs that a package brings. */
async function programsOf(packageName: string): Promise<readonly string[]> {
  const manifest = JSON.parse(await readFile(join(root, 'node_modules', packageName, 'package.json'), 'utf8'));
  return typeof manifest.bin === 'object' ? Object.keys(manifest.bin) : [packageName];
}

/** What a type package gives types of; undefined for others. */
function typed(packageName: string): string | undefined {
  return /^@types\/(.+)$/.exec(packageName)?.[1];
}

async function isUsed(packageName: string, { manifest, files }: Workspace): Promise<boolean> {
  // What the repository declares is for its own files and for the tests of every package.
  const readers = manifest === repository?.manifest ? [...files, ...everyFile.filter(({ isTest }) => isTest)] : files;
  const subject = typed(packageName);
  if (subject === 'node') return true;
  if (subject !== undefined) return everyFile.some((file) => mentions(file, subject));
  if (readers.some((file) => mentions(file, packageName))) return true;
  const scripts = Object.values(manifest.scripts ?? {}).flatMap((line) => line.split(' '));
  return (await programsOf(packageName)).some((program) => scripts.includes(program));
}

describe.each(workspaces.map((workspace) => [workspace.manifest.name, workspace] as const))('%s', (name, workspace) => {
  const declared = dependenciesOf(workspace.manifest);

  it('declares every package that it imports', () => {
    const undeclared = workspace.files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => !declared.includes(imported) && !(file.isTest && shared.includes(imported)))
        // The repository's own scripts and tests read its packages, which npm links.
        .filter((imported) => name !== 'fluxion' || !imported.startsWith('@fluxion/'))
        .map((imported) => `${imported} in ${file.path}`),
    );
    expect(undeclared).toEqual([]);
  });

  it('uses every package that it declares', async () => {
    const used = await Promise.all(declared.map((packageName) => isUsed(packageName, workspace)));
    expect(declared.filter((_, i) => !used[i])).toEqual([]);
  });
});
