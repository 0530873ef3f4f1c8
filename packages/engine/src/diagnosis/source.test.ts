import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDuckFile } from '#testing/duck-file.ts';
import { expect, it } from 'vitest';
import { source, sourceBytes } from './source.ts';

it('opens a DuckDB file, and tells how large it is with its log', async () => {
  const file = await createDuckFile(['CREATE TABLE a (i INT)', 'CREATE TABLE b (i INT)']);
  const [verdict] = await source.look({ file });
  expect(verdict).toMatchObject({
    state: 'ok',
    found: expect.stringMatching(/: 2 tables in \d+ MiB, and it can be read/),
  });
  const { size } = await stat(file);
  await writeFile(`${file}.wal`, 'x'.repeat(100));
  expect(await sourceBytes(file)).toBe(size + 100);
  expect(await sourceBytes(join(file, 'none'))).toBe(0);
});

it('tells in the words of a migration what is wrong with a file', async () => {
  const [verdict] = await source.look({ file: '/no/such.duckdb' });
  expect(verdict).toMatchObject({
    state: 'problem',
    found: expect.stringContaining('There is no file /no/such.duckdb'),
  });
});
