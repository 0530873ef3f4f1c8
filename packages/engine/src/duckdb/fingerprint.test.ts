import { copyFile } from 'node:fs/promises';
import { createDuckFile, runInDuckFile } from '#testing/duck-file.ts';
import { expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

it('tells files apart that the same script made of other values', async () => {
  const made = (value: number) => createDuckFile(`CREATE TABLE t AS SELECT i + ${value} AS i FROM range(300000) r(i)`);
  const [one, other] = [await made(1), await made(2)];
  expect(fingerprint(one)).not.toBe(fingerprint(other));
});

it('is the same for a copy, and another after each commit', async () => {
  const file = await createDuckFile('CREATE TABLE t AS SELECT 1 AS i');
  await copyFile(file, `${file}.copy`);
  expect(fingerprint(`${file}.copy`)).toBe(fingerprint(file));
  await runInDuckFile(file, 'UPDATE t SET i = 2');
  expect(fingerprint(`${file}.copy`)).not.toBe(fingerprint(file));
});
