import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rulesBeside } from './find-rules.ts';
import { listFiles } from './list-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fluxion-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(...names: readonly string[]): Promise<void> {
  for (const name of names) await writeText(name, '');
}

async function writeText(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

async function listed(...names: readonly string[]): Promise<string[]> {
  const files = await listFiles(names.map((name) => join(folder, name)));
  return files.map(({ path }) => path.slice(folder.length + 1));
}

it('takes folders with all in them, in the order of names, without what is hidden or ours', async () => {
  await write(
    'b.csv',
    'a/2.csv',
    'a/10.csv',
    'a/Ñ.csv',
    'a/z.csv',
    'a/.hidden.csv',
    '.git/x.csv',
    'feed.json',
    'a/Feed.JSON',
  );
  await write('a/2.feed.json', 'a/2.csv.rechazos.csv', 'Z.csv', 'feed.json.csv');
  expect(await listed('.')).toEqual(['Z.csv', 'a/10.csv', 'a/2.csv', 'a/z.csv', 'a/Ñ.csv', 'b.csv', 'feed.json.csv']);
  expect(await listed('b.csv', 'a')).toEqual(['b.csv', 'a/10.csv', 'a/2.csv', 'a/z.csv', 'a/Ñ.csv']);
  expect(await listed('a/.hidden.csv')).toEqual(['a/.hidden.csv']);
});

it('takes a file once, however often it is given, and keeps the order in which it was given', async () => {
  await write('b.csv', 'a.csv');
  expect(await listed('b.csv', '.', './b.csv')).toEqual(['b.csv', 'a.csv']);
  expect(await listFiles([join(folder, 'b.csv'), folder])).toMatchObject([{ given: true }, { given: false }]);
});

it('follows links, once, and lists one that leads nowhere', async () => {
  await write('a/1.csv', 'b/2.csv');
  await symlink(folder, join(folder, 'a/loop'));
  await symlink(join(folder, 'b'), join(folder, 'a/b'));
  await symlink(join(folder, 'b/2.csv'), join(folder, 'link.csv'));
  await symlink(join(folder, 'none'), join(folder, 'none.csv'));
  expect(await listed('.')).toEqual(['a/1.csv', 'a/b/2.csv', 'link.csv', 'none.csv']);
});

it('refuses what is not there, and a folder of nothing', async () => {
  await write('a/feed.json', 'b.csv');
  await expect(listed('none')).rejects.toMatchObject({
    code: 'SOURCE_NOT_FOUND',
    message: expect.stringMatching(/^There is no file or folder .*none\.$/),
  });
  await expect(listed('b.csv/c.csv')).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' });
  await expect(listed('b.csv', 'a')).rejects.toMatchObject({
    code: 'SOURCE_NOT_FOUND',
    message: expect.stringMatching(/a holds no file that could be loaded\.$/),
  });
});

it.skipIf(process.getuid?.() === 0)('refuses a folder that it may not read', async () => {
  await write('a/1.csv');
  await chmod(join(folder, 'a'), 0);
  await expect(listed('.')).rejects.toMatchObject({ code: 'SOURCE_UNREADABLE' });
  await chmod(join(folder, 'a'), 0o700);
});

it('finds the nearest description of a file', async () => {
  const description = (store: string) => `{ "store": "${store}" }`;
  await writeText('feed.json', description('above'));
  await writeText('a/feed.json', description('beside'));
  await writeText('a/x.feed.json', description('of x'));
  await writeText('a/y.csv.gz.feed.json', description('of y'));
  await writeText('broken/feed.json', '{');
  const rules = rulesBeside();
  const storeOf = async (name: string) => (await rules.of(join(folder, name)))?.[0]?.told.store;
  expect(
    await Promise.all(
      ['z.csv', 'b/c/z.csv', 'a/z.csv', 'a/x.csv', 'a/x.csv.gz', 'a/x.1.csv', 'a/y.csv.gz', 'a/y.csv'].map(storeOf),
    ),
  ).toEqual(['above', 'above', 'beside', 'of x', 'of x', 'beside', 'of y', 'beside']);
  await expect(rules.of(join(folder, 'broken/z.csv'))).rejects.toMatchObject({ code: 'FEED_UNREADABLE' });
});
