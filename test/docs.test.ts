import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { duckTypeIds, parseDuckType, postgresTypeFor, renderPostgresType } from '@fluxion/engine/catalog';
import { describe, expect, it } from 'vitest';
import * as allowed from '../packages/engine/src/mirror/sandbox/allowed.ts';
import { pages } from '../scripts/docs/index.ts';
import { dependenciesOf, readWorkspaces } from './support/workspaces.ts';

const root = join(import.meta.dirname, '..');
const workspaces = await readWorkspaces(root);

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
  const declared = workspaces.map(({ manifest }) => ({
    workspace: manifest.name,
    packages: dependenciesOf(manifest)
      .filter((name) => !name.startsWith('@fluxion/'))
      .toSorted(),
  }));
  expect(documented).toEqual(declared.filter(({ packages }) => packages.length > 0));
});

it('docs/sql.md lists the functions that a person may use, and no other', async () => {
  const { scalarFunctions, growingFunctions, aggregateFunctions, windowFunctions } = allowed;
  const text = await readFile(join(root, 'docs/sql.md'), 'utf8');
  const section = /^## Functions$(.*?)^## /ms.exec(text)?.[1] ?? '';
  const written = [...section.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  const known = [scalarFunctions, growingFunctions, aggregateFunctions, windowFunctions].flatMap((names) => [...names]);
  // Operators, and what LIKE with ESCAPE is to the parser, are told of in words.
  expect(written).toEqual(known.filter((name) => /^[a-z]/.test(name) && !name.endsWith('_escape')));
});

describe('docs/migrate.md', async () => {
  const text = await readFile(join(root, 'docs/migrate.md'), 'utf8');
  const rows = text.slice(text.indexOf('| DuckDB'), text.indexOf('## Names')).matchAll(/^\| (`.*?) +\| (.*?) +\|/gm);
  const pairs = [...rows].flatMap(([, sources = '', target = '']) =>
    [...sources.replace(/ \(an? `.*\)$/, '').matchAll(/`([^`]+)`/g)].map(([, source = '']) => ({ source, target })),
  );

  it.each(pairs)('sends $source where the migrator does', ({ source, target }) => {
    const type = postgresTypeFor(parseDuckType(source), () => ({ schema: 'public', name: 'e' }));
    const name =
      'refused' in type ? type.refused : type.kind === 'enum' ? 'an enum type' : `\`${renderPostgresType(type)}\``;
    expect(name).toBe(target);
  });

  it('leaves no type of DuckDB out', () => {
    const documented = new Set(pairs.map(({ source }) => parseDuckType(source).id));
    expect(duckTypeIds.filter((id) => !documented.has(id))).toEqual(['UNKNOWN']);
  });
});
