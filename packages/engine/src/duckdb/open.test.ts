import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDuckFile } from '#testing/duck-file.ts';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { FluxionError } from '../base/index.ts';
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

it('reads nothing but the file', async () => {
  const source = await openSource(await createDuckFile('CREATE TABLE t AS SELECT 1 AS i'));
  const connection = await source.connect();
  await expect(smallRowsJson(connection, `SELECT * FROM read_text('/etc/hostname')`)).rejects.toThrow(/disabled/);
  await expect(smallRowsJson(connection, `INSTALL httpfs`)).rejects.toThrow(/disabled/);
  await expect(smallRowsJson(connection, `CREATE TABLE u (i INTEGER)`)).rejects.toThrow(/read-only/);
  source.close();
});
