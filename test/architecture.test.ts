import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = dirname(import.meta.dirname);
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');

const stores = ['base', 'catalog', 'postgres', 'duckdb'];

/** The arrows of docs/architecture.md: what each room of the engine may import. Rooms not listed import the stores. */
const arrows = new Map<string, readonly string[]>([
  ['base', []],
  ['catalog', ['base']],
  ['postgres', ['base', 'catalog']],
  ['duckdb', ['base', 'catalog']],
  ['transfer', [...stores, 'bridge']],
  ['mirror', [...stores, 'bridge']],
  ['ingest', [...stores, 'bridge', 'sources']],
  ['schedule', [...stores, 'bridge', 'sources', 'ingest']],
]);
const rooms = await readdir(join(root, 'packages/engine/src'));

/** Imports between packages that must not be: the file's folder, and what it would import. */
const forbiddenAcrossPackages = [
  ['contract/src', '@fluxion/engine/base'],
  ['contract/src', 'node:fs'],
  ['engine/src/operations', '@fluxion/contract'],
  ['engine/src/operations', '@fluxion/api'],
  ['engine/src/operations/token', '../../../../api/src/index.ts'],
  ['engine/src/operations', '@fluxion/engine/base'],
  ['api/src/routes', '@fluxion/cli'],
  ['api/src/routes', '@fluxion/engine/operations/token'],
  ['api/src/routes', '../../../engine/src/operations/index.ts'],
  ['cli/src/commands', '@fluxion/dashboard'],
  ['cli/src/commands', '@fluxion/engine/postgres/embedded'],
  ['cli/src/commands', '../../../engine/src/postgres/index.ts'],
  ['dashboard/src/pages', '@fluxion/engine/base'],
  ['dashboard/src/pages', '@fluxion/api'],
  ['dashboard/src/pages', '../../../api/src/index.ts'],
  ['dashboard/src/client', '@fluxion/api'],
  ['dashboard/src/client', '../hooks/index.ts'],
  ['dashboard/src/range', '../i18n/index.ts'],
  ['dashboard/src/i18n', '../hooks/index.ts'],
  ['dashboard/src/hooks', '../components/index.ts'],
  ['dashboard/src/components/button', '../../charts/index.ts'],
  ['dashboard/src/charts', '../pages/index.ts'],
  ['dashboard/src/navigation', '../hooks/index.ts'],
  ['dashboard/src/client', '../routing/router.tsx'],
  ['dashboard/src/i18n', '../routing/router.tsx'],
  ['dashboard/src/hooks', '../routing/router.tsx'],
  ['dashboard/src/components/button', '../../routing/router.tsx'],
  ['dashboard/src/charts', '../routing/router.tsx'],
  ['dashboard/src/pages/sales', '../../routing/router.tsx'],
  ['dashboard/src/pages/sales', '../orders/OrdersPage.tsx'],
  ['dashboard/src/pages/sales/drill', '../../orders/model/index.ts'],
  ['dashboard/src/hooks', '../client/session.ts'],
  ['dashboard/src/components/button', '../../i18n/dates.ts'],
  ['dashboard/src/charts', '../components/table/column.ts'],
  ['dashboard/src/pages/sales', '../../figures/decimal.ts'],
  ['dashboard/src/pages/sales/drill', '../../../components/table/column.ts'],
  ['dashboard/src/routing', '../pages/sales/model/index.ts'],
  ['infra/src/config', '../stacks/index.ts'],
  ['infra/src/config', '@fluxion/contract'],
  ['infra/src/cost', '../compose.ts'],
  ['infra/src/cost/lines', '../../stacks/index.ts'],
  ['infra/src/cost', '../../../engine/src/base/index.ts'],
  ['infra/src/stacks', '../cost/index.ts'],
  ['infra/src/stacks/api', '../../compose.ts'],
  ['infra/src/stacks', '@fluxion/engine/base'],
] as const;

const allowedAcrossPackages = [
  ['api/src/routes', '@fluxion/engine/operations'],
  ['api/src/routes', '@fluxion/contract'],
  ['cli/src/commands', '@fluxion/engine/postgres'],
  ['cli/src/commands', '@fluxion/api'],
  ['dashboard/src/pages', '@fluxion/contract'],
  ['dashboard/src/pages', '../charts/index.ts'],
  ['dashboard/src/charts', '../components/index.ts'],
  ['dashboard/src/components/button', '../../hooks/index.ts'],
  ['dashboard/src/hooks', '../client/index.ts'],
  ['dashboard/src/pages/sales/drill', '../figures/figure-props.ts'],
  ['dashboard/src/pages/sales/drill', '../../../components/table/index.ts'],
  ['dashboard/src/routing', '../pages/sales/SalesPage.tsx'],
  ['infra/src/cost/lines', '../../config/settings.ts'],
  ['infra/src/stacks/api', '../../config/settings.ts'],
] as const;

/** Code that another rule of STYLE.md refuses, by the rule's name. */
const misstyled: Record<string, string> = {
  'typescript(no-explicit-any)': 'export const value: any = 1;\n',
  'typescript(ban-ts-comment)': '// @ts-ignore\nexport const value: string = 1;\n',
  'typescript(no-non-null-assertion)': 'export const first = (list: string[]) => list[0]!;\n',
  'eslint(max-lines)': 'globalThis.name;\n'.repeat(401),
  'eslint(max-lines-per-function)': `export function long() {\n${'  globalThis.name;\n'.repeat(80)}}\n`,
  'import(max-dependencies)': Array.from(
    { length: 9 },
    (_, i) => `import { a${i} } from './${i}.ts';\nexport const b${i} = a${i};\n`,
  ).join(''),
  'import(no-cycle)': `export { b } from './import-no-cycle-partner.ts';\n`,
  'node(no-process-env)': 'export const port = process.env.PORT;\n',
};

interface Case {
  readonly file: string;
  readonly code: string;
}

interface Diagnostic {
  readonly filename: string;
  readonly code: string;
  readonly message: string;
}

const mayImport = (room: string) => arrows.get(room) ?? stores;
const roomPairs = rooms.flatMap((from) => rooms.filter((to) => to !== from).map((to) => ({ from, to })));
const allowedPairs = roomPairs.filter(({ from, to }) => mayImport(from).includes(to));
const forbiddenPairs = roomPairs.filter(({ from, to }) => !mayImport(from).includes(to));

const importing = (folder: string, specifier: string): Case => ({
  file: `packages/${folder}/x-${specifier.replaceAll(/\W+/g, '-')}.ts`,
  code: `export { a } from '${specifier}';\n`,
});
/** The import as a file of the room itself writes it, and as one of a folder inside the room does. */
const importsOf = (from: string, to: string, file = 'index.ts'): Case[] => [
  importing(`engine/src/${from}`, `../${to}/${file}`),
  importing(`engine/src/${from}/inner`, `../../${to}/${file}`),
];
const doorCases = forbiddenPairs.map(({ from, to }) => ({ title: `${from} -> ${to}`, cases: importsOf(from, to) }));
const windowCases = allowedPairs.map(({ from, to }) => ({
  title: `${from} -> ${to}/inner.ts`,
  cases: importsOf(from, to, 'inner.ts'),
}));
const permittedCases = [
  ...allowedPairs.flatMap(({ from, to }) => importsOf(from, to)),
  ...allowedAcrossPackages.map(([folder, specifier]) => importing(folder, specifier)),
];
const styleCases = Object.entries(misstyled).map(([rule, code]) => ({
  rule,
  case: { file: `packages/engine/src/base/${rule.replaceAll(/\W+/g, '-').replace(/-$/, '')}.ts`, code },
}));

/** What oxlint finds under a folder, with the project's own configuration. */
function lint(folder: string): Promise<readonly Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const args = [oxlint, '--deny-warnings', '--format=json', '.'];
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 << 20 }, (error, stdout) => {
      // Exit 1 says that something was found; anything without a report is a failure of oxlint itself.
      if (stdout === '') reject(error ?? new Error('oxlint printed nothing'));
      else resolve(JSON.parse(stdout).diagnostics);
    });
  });
}

describe('the linter holds the architecture', () => {
  let folder: string;
  let found: readonly Diagnostic[];

  /** The rules that refuse a file of the temporary tree. */
  const rulesAgainst = ({ file }: Case) =>
    found.filter(({ filename }) => filename === file).map((diagnostic) => diagnostic.code);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fluxion-lint-'));
    await cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    const cases = [
      ...[...doorCases, ...windowCases].flatMap((entry) => entry.cases),
      ...permittedCases,
      ...forbiddenAcrossPackages.map(([path, specifier]) => importing(path, specifier)),
      ...styleCases.map((style) => style.case),
      {
        file: 'packages/engine/src/base/import-no-cycle-partner.ts',
        code: `export { b } from './import-no-cycle.ts';\n`,
      },
    ];
    await Promise.all(
      cases.map(async ({ file, code }) => {
        await mkdir(dirname(join(folder, file)), { recursive: true });
        await writeFile(join(folder, file), code);
      }),
    );
    found = await lint(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(doorCases)('refuses $title', ({ cases }) => {
    for (const entry of cases) expect(rulesAgainst(entry)).toEqual(['eslint(no-restricted-imports)']);
  });

  it.each(windowCases)('refuses $title, which is not the door', ({ cases }) => {
    for (const entry of cases) expect(rulesAgainst(entry)).toEqual(['eslint(no-restricted-imports)']);
  });

  it.each(forbiddenAcrossPackages)('refuses that %s imports %s', (path, specifier) => {
    expect(rulesAgainst(importing(path, specifier))).toContain('eslint(no-restricted-imports)');
  });

  it('lets every permitted import pass', () => {
    for (const entry of permittedCases)
      expect({ ...entry, rules: rulesAgainst(entry) }).toEqual({ ...entry, rules: [] });
  });

  it.each(styleCases)('refuses what $rule forbids', ({ rule, case: entry }) => {
    expect(rulesAgainst(entry)).toContain(rule);
  });
});

it('finds nothing to complain of in the project itself', async () => {
  const found = await lint(root);
  expect(found.map(({ filename, code, message }) => `${filename}: ${code} ${message}`)).toEqual([]);
  // The whole project, beside other tests.
}, 60_000);
