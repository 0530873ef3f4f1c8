import { link, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FluxionError } from '@fluxion/engine/base';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { outcomeOf } from '../transfer/testing/reports.ts';
import { withReport } from './file.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fluxion-report-'));
  path = join(folder, 'report.html');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const wish = (changes: { path?: string; file?: string } = {}) => ({
  path,
  file: '/none.duckdb',
  version: '1',
  ...changes,
});

it('says that it is under way, then what came of it', async () => {
  const outcome = outcomeOf();
  const given = await withReport(wish(), async () => {
    expect(await readFile(path, 'utf8')).toContain('The migration is under way.');
    return outcome;
  });
  expect(given).toBe(outcome);
  expect(await readFile(path, 'utf8')).toContain('every value proven equal');
});

it.each([
  [
    new FluxionError('TARGET_MISFIT', 'no room', { details: ['ventas: full'] }),
    ['no room', 'ventas: full', 'does not fit'],
  ],
  [new FluxionError('INTERRUPTED', 'Interrupted. Go on.'), ['was interrupted', 'Interrupted. Go on.']],
  [new TypeError('x is no function'), ['The migration failed.', 'x is no function', 'Please report it']],
])('says what failed: %s', async (error, texts) => {
  await expect(withReport(wish(), () => Promise.reject(error))).rejects.toBe(error);
  const page = await readFile(path, 'utf8');
  for (const text of texts) expect(page).toContain(text);
});

it('refuses a file that cannot be written before anything is done', async () => {
  const source = join(folder, 'chain.duckdb');
  await writeFile(source, 'precious');
  await link(source, join(folder, 'linked.html'));
  let begun = false;
  const work = async () => {
    begun = true;
    return outcomeOf();
  };
  for (const [changes, sentence] of [
    [{ path: join(folder, 'no', 'report.html') }, 'The report cannot be written: ENOENT'],
    [{ path: source, file: source }, 'give a name that ends in .html'],
    [{ path: join(folder, 'linked.html'), file: source }, 'names the file that is migrated'],
  ] as const) {
    const failure = expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringContaining(sentence) });
    await expect(withReport(wish(changes), work)).rejects.toEqual(failure);
  }
  expect(begun).toBe(false);
  expect(await readFile(source, 'utf8')).toBe('precious');
});

it('says so when the report of a finished migration cannot be written', async () => {
  const work = async () => {
    await rm(folder, { recursive: true });
    return outcomeOf();
  };
  await expect(withReport(wish(), work)).rejects.toThrow(
    'The migration has come to its end, but its report cannot be written',
  );
});
