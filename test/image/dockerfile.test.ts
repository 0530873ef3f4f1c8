import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { validate, ValidationSeverity } from 'dockerfile-utils';
import { describe, expect, it, onTestFinished } from 'vitest';
import { letsThrough } from '../../scripts/image/context.ts';
import { stagesOf, wordsOf, type Stage } from '../../scripts/image/dockerfile.ts';

const root = join(import.meta.dirname, '../..');
const text = await readFile(join(root, 'Dockerfile'), 'utf8');
const stages = stagesOf(text);
const inContext = letsThrough(await readFile(join(root, '.dockerignore'), 'utf8'));
const packages = await readdir(join(root, 'packages'));

function stage(name: string): Stage {
  const found = stages.find((one) => one.name === name);
  if (found === undefined) throw new Error(`The Dockerfile has no stage ${name}.`);
  return found;
}

const image = stage('');
const of = ({ instructions }: Stage, keyword: string) => instructions.filter((one) => one.keyword === keyword);
const only = (keyword: string) => {
  const [last] = of(image, keyword).slice(-1);
  return last === undefined ? [] : wordsOf(last);
};
/** What is copied from the repository, not from another stage. */
const copied = stages.flatMap((one) =>
  of(one, 'COPY')
    .filter(({ flags }) => flags['from'] === undefined)
    .flatMap((copy) => wordsOf(copy).slice(0, -1)),
);

it('passes the linter', () => {
  const strict = ValidationSeverity.ERROR;
  const found = validate(text, {
    deprecatedMaintainer: strict,
    directiveCasing: strict,
    emptyContinuationLine: strict,
    instructionCasing: strict,
    instructionCmdMultiple: strict,
    instructionEntrypointMultiple: strict,
    instructionHealthcheckMultiple: strict,
    instructionJSONInSingleQuotes: strict,
  });
  expect(found.map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
});

it('begins each stage with the same image, by its full version', () => {
  expect(new Set(stages.map((one) => one.image)).size).toBe(1);
  expect(image.image).toMatch(/^node:22\.\d+\.\d+-\w+-slim$/);
});

it('runs as nobody special, under an init, and writes to its two volumes only', () => {
  expect(only('USER')).toEqual(['1000:1000']);
  expect(only('ENTRYPOINT')).toEqual(['tini', '--', 'fluxion']);
  expect(only('CMD')).toEqual(['up']);
  expect(only('VOLUME')).toEqual(['/data', '/tmp']);
  expect(only('EXPOSE')).toEqual(['8001']);
  expect(only('ENV')).toEqual(expect.arrayContaining(['FLUXION_HOME=/data', 'FLUXION_HOST=0.0.0.0', 'PORT=8001']));
  // What follows USER is made by that user; what is owned by it must come before VOLUME, else it is not kept.
  const order = image.instructions.map(({ keyword }) => keyword);
  expect(order.lastIndexOf('RUN')).toBeLessThan(order.indexOf('USER'));
});

it('installs only what runs, and none of it with its scripts', () => {
  const [install] = of(stage('production'), 'RUN');
  expect(install?.rest).toMatch(/^npm ci --omit=dev --ignore-scripts /);
  expect(of(stage('build'), 'RUN')[0]?.rest).toMatch(/^npm ci --ignore-scripts /);
  const modules = of(image, 'COPY').filter(({ rest }) => rest.includes('node_modules'));
  expect(modules.map(({ flags }) => flags['from'])).toEqual(['production']);
});

it.each(['build', 'production'])('gives npm the manifests in the stage %s, and nothing else', (name) => {
  const { instructions } = stage(name);
  const before = instructions.slice(
    0,
    instructions.findIndex(({ keyword }) => keyword === 'RUN'),
  );
  const copies = before.filter(({ keyword }) => keyword === 'COPY');
  expect(copies.map(({ flags, rest }) => ({ ...flags, rest }))).toEqual([{ from: 'manifests', rest: '/app ./' }]);
});

it('keeps of each package its manifest alone, for npm', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-manifests-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const path of ['engine/package.json', 'engine/src/chain/package.json', 'engine/.hidden', 'api/package.json']) {
    await mkdir(dirname(join(folder, 'packages', path)), { recursive: true });
    await writeFile(join(folder, 'packages', path), '');
  }
  const [keep] = of(stage('manifests'), 'RUN');
  execFileSync('sh', ['-ec', keep?.rest ?? 'false'], { cwd: folder });
  const left = await readdir(folder, { recursive: true });
  const manifests = ['engine', 'api'].flatMap((name) => [`packages/${name}`, `packages/${name}/package.json`]);
  expect(left.toSorted()).toEqual(['packages', ...manifests].toSorted());
});

it('copies what every package was built to', () => {
  const built = of(image, 'COPY').filter(({ flags }) => flags['from'] === 'build');
  const folders = built.map((copy) => /^\/app\/packages\/(\w+)\/dist$/.exec(wordsOf(copy)[0] ?? '')?.[1]);
  // What deploys the image is no part of it.
  expect(folders.toSorted()).toEqual(packages.filter((folder) => folder !== 'infra').toSorted());
});

it('has no secret, neither as a variable nor as an argument', () => {
  const variables = stages.flatMap((one) => [...of(one, 'ENV'), ...of(one, 'ARG')]).map(({ rest }) => rest);
  expect(variables).toEqual([expect.not.stringMatching(/password|secret|token|key|DATABASE_URL/i)]);
});

describe('.dockerignore', () => {
  it.each(copied)('lets %s through', (path) => {
    expect(existsSync(join(root, path))).toBe(true);
    // A folder that is not in the list as such comes with those of its files that are.
    expect(path === 'scripts' || inContext(path)).toBe(true);
  });

  it.each([
    'packages/engine/sql/0003_facts.sql',
    'packages/engine/src/base/index.ts',
    'packages/dashboard/vite.config.ts',
    'packages/dashboard/public/theme-boot.js',
    'scripts/setup.mjs',
    'scripts/image/trusted.mjs',
  ])('lets %s through, which is built or runs', (path) => {
    expect(existsSync(join(root, path))).toBe(true);
    expect(inContext(path)).toBe(true);
  });

  it.each([
    '.env',
    '.git/config',
    '.fluxion/postgres/password',
    'chain.duckdb',
    'node_modules/pg/package.json',
    'packages/api/.env.production',
    'packages/api/dist/index.js',
    'packages/dashboard/node_modules/x/index.js',
    'packages/engine/src/postgres/pool.test.ts',
    'packages/infra/src/main.ts',
    'bench/main.ts',
    'test/image/dockerfile.test.ts',
  ])('keeps %s out', (path) => {
    expect(inContext(path)).toBe(false);
  });
});

describe('the health check', () => {
  const [check] = of(image, 'HEALTHCHECK');
  const command: readonly string[] = JSON.parse(check?.rest.replace(/^CMD /, '') ?? '[]');

  function exitCode(port: number): Promise<unknown> {
    return new Promise((resolve) => {
      const [, ...args] = command;
      execFile(process.execPath, args, { env: { PORT: String(port) } }, (error) => resolve(error?.code ?? 0));
    });
  }

  async function serving(status: number): Promise<number> {
    const server = createServer(({ url }, answer) => answer.writeHead(url === '/health' ? status : 404).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  it('passes by what /health answers, and fails where nobody does', async () => {
    const [well, ill] = await Promise.all([serving(200), serving(503)]);
    expect(command[0]).toBe('node');
    expect(await Promise.all([exitCode(well), exitCode(ill), exitCode(1)])).toEqual([0, 1, 1]);
  });
});
