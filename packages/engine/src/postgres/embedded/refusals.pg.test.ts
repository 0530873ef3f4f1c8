import { appendFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { FluxionError } from '../../base/index.ts';
import {
  dataDirectoryOf,
  readMark,
  serverPid,
  startHolder,
  startIn,
  provideEmbeddedHomes,
} from '../testing/embedded-homes.ts';

const homes = provideEmbeddedHomes();

/** The error of a start that must fail, after checking that it is one line and left no server. */
async function refusalOf(home: string): Promise<FluxionError> {
  const error: unknown = await startIn(home).catch((thrown: unknown) => thrown);
  if (!(error instanceof FluxionError)) throw new Error('the start was not refused', { cause: error });
  expect(error.code).toBe('EMBEDDED_SERVER');
  expect(error.message).not.toContain('\n');
  expect(await serverPid(home)).toBeUndefined();
  return error;
}

describe('a start is refused in one line', () => {
  test('on the data directory of another major version', async () => {
    const home = await homes.copy('version');
    await writeFile(join(dataDirectoryOf(home), 'PG_VERSION'), '15\n');
    const { message } = await refusalOf(home);
    expect(message).toContain(`was made by PostgreSQL 15, and this Fluxion has ${inject('postgresVersion')}`);
  });

  test('on a folder of other things, which stay', async () => {
    const home = join(homes.directory, 'other-things');
    await mkdir(dataDirectoryOf(home), { recursive: true });
    await writeFile(join(dataDirectoryOf(home), 'thesis.txt'), 'months of work');
    expect((await refusalOf(home)).message).toContain('is not a PostgreSQL data directory');
    expect(await readdir(dataDirectoryOf(home))).toEqual(['thesis.txt']);
  });

  test.each(['file', 'file/home'])('on a file in place of the folder: %s', async (path) => {
    await writeFile(join(homes.directory, 'file'), '');
    expect((await refusalOf(join(homes.directory, path))).message).toMatch(/cannot be used: .*FLUXION_HOME/);
  });

  test('on damaged data, with the reason and the last lines of the log', async () => {
    const home = await homes.copy('damaged');
    await rm(join(dataDirectoryOf(home), 'global', 'pg_control'));
    const { message, details } = await refusalOf(home);
    expect(message).toContain('PostgreSQL did not start: ');
    expect(`${message} ${details.join(' ')}`).toContain('global/pg_control');
    expect(message).toContain(join(home, 'postgres.log'));
  });

  test('on a configuration that PostgreSQL refuses', async () => {
    const home = await homes.copy('configuration');
    await appendFile(join(dataDirectoryOf(home), 'postgresql.conf'), 'no_such_setting = 1\n');
    const { details } = await refusalOf(home);
    expect(details.join('\n')).toContain('no_such_setting');
  });

  test('without the password file', async () => {
    const home = await homes.copy('no-password');
    await rm(join(home, 'postgres.password'));
    expect((await refusalOf(home)).message).toContain('postgres.password is missing');
  });

  test('with the password of another home', async () => {
    const home = await homes.copy('wrong-password');
    await writeFile(join(home, 'postgres.password'), 'not this one\n');
    const { message } = await refusalOf(home);
    expect(message).toContain('password authentication failed');
    expect(message).not.toContain('not this one');
  });
});

describe('a start after one that was killed while it made the data', () => {
  test('makes them anew, and removes what that one left', async () => {
    const home = join(homes.directory, 'half');
    const left = `${dataDirectoryOf(home)}.init-999999999-0123abcd`;
    await mkdir(left, { recursive: true });
    await writeFile(join(left, 'PG_VERSION'), '');
    const user = await startHolder(home);
    expect(await user.stop()).toBe(0);
    expect((await readdir(home)).toSorted()).toEqual([
      'postgres',
      'postgres.log',
      'postgres.password',
      'postgres.port',
    ]);
  });

  test('takes an empty folder for none', async () => {
    const home = join(homes.directory, 'empty');
    await mkdir(dataDirectoryOf(home), { recursive: true });
    const server = await startIn(home);
    await expect(readMark(server.url)).rejects.toThrow(/relation "mark" does not exist/);
    await server.stop();
  });
});
