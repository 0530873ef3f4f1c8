import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { seal, partsOf } from '#testing/damage/layout.ts';
import { createDuckFile } from '#testing/duck-file.ts';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { FluxionError } from '../base/index.ts';
import { inspectCatalog } from './inspect/inspect.ts';
import { explainOpenError } from './open-errors.ts';
import { openSource } from './open.ts';
import { smallRowsJson } from './rows.ts';

const directory = mkdtempSync(join(tmpdir(), 'fluxion-open-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function refusal(file: string): Promise<FluxionError> {
  const error = await openSource(file).catch((thrown: unknown) => thrown);
  if (!(error instanceof FluxionError)) throw new Error(`not refused, or not by us: ${String(error)}`);
  expect(error.exitCode).toBe(4);
  expect(error.message).not.toContain('\n');
  return error;
}

describe('what cannot be opened is named, with what to do', () => {
  it('no file', async () => {
    expect(await refusal(join(directory, 'none.duckdb'))).toMatchObject({ code: 'SOURCE_NOT_FOUND' });
  });

  it('a directory', async () => {
    expect(await refusal(directory)).toMatchObject({ code: 'SOURCE_UNREADABLE' });
  });

  it.each([
    ['empty', ''],
    ['text', 'id;amount\n1;2\n'.repeat(2000)],
  ])('a file that is %s', async (name, content) => {
    const file = join(directory, name);
    writeFileSync(file, content);
    expect(await refusal(file)).toMatchObject({
      code: 'SOURCE_NOT_DUCKDB',
      message: expect.stringContaining('is not a DuckDB database'),
    });
  });

  // A version number cannot be changed in a file without its checksum; these are DuckDB's own words for real ones.
  it.each([
    [27, 'v0.3.1', 'SOURCE_TOO_OLD', 'EXPORT DATABASE'],
    [99, 'v2.0.0', 'SOURCE_TOO_NEW', 'Update Fluxion'],
  ])('a file of storage version %i', (version, writer, code, advice) => {
    const text = `IO Error: Trying to read a database file with version number ${version}, but we can only read versions between 64 and 68.\nThe database file was created with DuckDB version ${writer}.\n\nNewer DuckDB version might introduce backward incompatible changes`;
    const error = explainOpenError('x.duckdb', new Error(text));
    expect(error).toMatchObject({ code, exitCode: 4, message: expect.stringContaining(advice) });
    expect(error.message).toContain(`storage version ${version} (DuckDB ${writer.slice(1)})`);
  });

  it.each([
    [
      'with a storage version of its own',
      70n,
      /storage version 70 \(DuckDB 2\.0\.0\), too new: the DuckDB 1\.\d.* reads versions 64 to \d+\./,
    ],
    ['that reads as damaged', 64n, /written by DuckDB 2\.0\.0, too new for the DuckDB 1\.\d/],
  ])('a file of DuckDB 2 %s', async (_title, version, sentence) => {
    const file = await createDuckFile('CREATE TABLE t AS SELECT 1 AS i');
    const bytes = readFileSync(file);
    bytes.writeBigUInt64LE(version, 12);
    bytes.write('v2.0.0\0', 52);
    const [main, first] = partsOf(bytes);
    if (!main || !first) throw new Error('a file has headers');
    seal(bytes, main);
    if (version === 64n) bytes.fill(0xff, first.from, first.from + 32);
    writeFileSync(file, bytes);
    expect(await refusal(file)).toMatchObject({ code: 'SOURCE_TOO_NEW', message: expect.stringMatching(sentence) });
  });

  it('what is no file: a pipe, a device, a link to nothing', async () => {
    const [pipe, link] = [join(directory, 'pipe'), join(directory, 'link')];
    execFileSync('mkfifo', [pipe]);
    symlinkSync(join(directory, 'none'), link);
    expect(await refusal(pipe)).toMatchObject({ code: 'SOURCE_UNREADABLE' });
    expect(await refusal('/dev/zero')).toMatchObject({ code: 'SOURCE_UNREADABLE' });
    expect(await refusal(link)).toMatchObject({ code: 'SOURCE_NOT_FOUND' });
  });

  it('a log of another file', async () => {
    const [, log] = await withLog(['CREATE TABLE t (i INTEGER)', 'CREATE TABLE u (i INTEGER)']);
    const file = await createDuckFile('CREATE TABLE u (i INTEGER)');
    copyFileSync(log, `${file}.wal`);
    expect(await refusal(file)).toMatchObject({ code: 'SOURCE_CORRUPT', message: expect.stringContaining('.wal') });
  });

  it('a log that asks for writing', async () => {
    const [file] = await withLog(['CREATE TABLE t AS SELECT i FROM range(10) r(i)', 'CREATE INDEX by_i ON t (i)']);
    expect(await refusal(file)).toMatchObject({
      code: 'SOURCE_UNREADABLE',
      message: expect.stringContaining('run CHECKPOINT'),
    });
  });

  it('a file whose path speaks of other things', async () => {
    const file = join(directory, 'encrypted extension 27.duckdb');
    writeFileSync(file, 'nothing of the kind');
    expect(await refusal(file)).toMatchObject({ code: 'SOURCE_NOT_DUCKDB' });
  });

  it('anything else in the words of DuckDB', () => {
    const error = explainOpenError('x.duckdb', new Error('Out of Memory Error: failed to allocate'));
    expect(error).toMatchObject({ code: 'SOURCE_UNREADABLE', message: expect.stringContaining('failed to allocate.') });
  });

  it('a file of another vector size', () => {
    const text = `IO Error: Cannot read database file: DuckDB's compiled vector size is 2048 bytes, but the file has a vector size of 512 bytes.`;
    expect(explainOpenError('x.duckdb', new Error(text)).message).toContain('vector size of 512');
  });

  it('an encrypted file', async () => {
    const file = join(directory, 'secret.duckdb');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`SET force_mbedtls_unsafe = 'true'`);
    await connection.run(`ATTACH '${file}' AS secret (ENCRYPTION_KEY 'k')`);
    await connection.run('CREATE TABLE secret.t AS SELECT 1 AS i');
    await connection.run('DETACH secret');
    connection.closeSync();
    instance.closeSync();
    expect(await refusal(file)).toMatchObject({
      code: 'SOURCE_ENCRYPTED',
      message: expect.stringContaining('ENCRYPTION_KEY'),
    });
  });

  it('a file cut short', async () => {
    const file = await createDuckFile('CREATE TABLE t AS SELECT i FROM range(100000) r(i)');
    truncateSync(file, 8192);
    expect((await refusal(file)).code).toMatch(/^SOURCE_/);
  });

  it('a file that another process writes', async () => {
    const file = await createDuckFile('CREATE TABLE t AS SELECT 1 AS i');
    const holder = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { DuckDBInstance } from '@duckdb/node-api'; await DuckDBInstance.create(${JSON.stringify(file)}); console.log('held'); setInterval(() => {}, 1000);`,
      ],
      { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    try {
      await once(holder.stdout, 'data');
      expect(await refusal(file)).toMatchObject({
        code: 'SOURCE_LOCKED',
        message: expect.stringContaining('open for writing in another process'),
      });
    } finally {
      holder.kill('SIGKILL');
    }
  });
});

/** A copy of a database and of its log, which holds all but the first statement. */
async function withLog([first = '', ...rest]: readonly string[]): Promise<[string, string]> {
  const original = await createDuckFile(first);
  const instance = await DuckDBInstance.create(original, { checkpoint_threshold: '1GB' });
  const connection = await instance.connect();
  for (const statement of rest) await connection.run(statement);
  const file = join(mkdtempSync(join(directory, 'log-')), 'copy.duckdb');
  copyFileSync(original, file);
  copyFileSync(`${original}.wal`, `${file}.wal`);
  connection.closeSync();
  instance.closeSync();
  return [file, `${file}.wal`];
}

it('changes neither the file nor its log nor their folder, and follows a link to both', async () => {
  const [file, log] = await withLog(['CREATE TABLE t (i INTEGER)', 'INSERT INTO t SELECT i FROM range(1000) r(i)']);
  const link = join(directory, 'by-link.duckdb');
  symlinkSync(file, link);
  chmodSync(dirname(file), 0o500);
  onTestFinished(() => chmodSync(dirname(file), 0o700));
  const state = () => [file, log].map((path) => [readFileSync(path, 'base64'), statSync(path).mtimeMs]);
  const before = state();
  for (const path of [file, link]) {
    const source = await openSource(path);
    const rows = await smallRowsJson(await source.connect(), 'SELECT count(*)::INTEGER AS rows FROM t');
    expect(rows).toEqual([{ rows: 1000 }]);
    source.close();
  }
  expect(state()).toEqual(before);
  expect(readdirSync(dirname(file)).toSorted()).toEqual(['copy.duckdb', 'copy.duckdb.wal']);
});

it('reads nothing that a view or a macro of the file points at', async () => {
  const outside = join(directory, 'outside.csv');
  writeFileSync(outside, 'secret\n');
  const file = await createDuckFile([
    'CREATE TABLE t AS SELECT 1 AS i',
    `CREATE VIEW v AS SELECT * FROM read_csv('${outside}', header = false)`,
    `CREATE MACRO m() AS TABLE SELECT * FROM read_text('${outside}')`,
  ]);
  const source = await openSource(file);
  const connection = await source.connect();
  const catalog = await inspectCatalog(connection);
  expect(catalog.views.map(({ name }) => name)).toEqual(['v']);
  for (const from of ['v', 'm()', `'${outside}'`, `glob('${directory}/*')`])
    await expect(smallRowsJson(connection, `SELECT * FROM ${from}`)).rejects.toThrow(/disabled|does not exist/);
  await expect(smallRowsJson(connection, 'SET enable_external_access = true')).rejects.toThrow(/Cannot|lock/);
  source.close();
});

it('reads nothing but the file', async () => {
  const source = await openSource(await createDuckFile('CREATE TABLE t AS SELECT 1 AS i'));
  const connection = await source.connect();
  await expect(smallRowsJson(connection, `SELECT * FROM read_text('/etc/hostname')`)).rejects.toThrow(/disabled/);
  await expect(smallRowsJson(connection, `INSTALL httpfs`)).rejects.toThrow(/disabled/);
  await expect(smallRowsJson(connection, `CREATE TABLE u (i INTEGER)`)).rejects.toThrow(/read-only/);
  source.close();
});
