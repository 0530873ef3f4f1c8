import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectFile, type SourceFile } from './index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fluxion-bytes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function textOf(file: SourceFile): Promise<string> {
  const blocks: Buffer[] = [];
  for await (const block of file.read()) blocks.push(block);
  return Buffer.concat(blocks).toString();
}

const lines = 'fecha;producto\n2024-05-06;ARROZ\n'.repeat(1000);
const line = '2024-05-06;ARROZ AÑEJO;1,5\n';
/** The lines below, as zstd's own program compresses them. */
const zstdLines = Buffer.from(
  'KLUv/QRo3QEANANmZWNoYTtwcm9kdWN0bztjYW50aWRhZAoyMDI0LTA1LTA2O0FSUk9aIEHDkUVKTzsxLDUBACM/TShQjgEp',
  'base64',
);
const block128 = (byte: number) =>
  [0x02 | ((128 * 1024) << 3), (128 * 1024) >> 5, (128 * 1024) >> 13, byte].map((n) => n & 0xff);
/** A zstd frame that repeats one byte in so many blocks of 128 KiB; the last block is missing. */
const repeated = (blocks: number) =>
  Buffer.concat([
    Buffer.from('28b52ffd0038', 'hex'),
    ...Array.from({ length: blocks }, () => Buffer.from(block128(120))),
  ]);

describe('a file', () => {
  it('is digested as it is, and given decompressed', async () => {
    for (const [name, content, compression] of [
      ['plain.csv', Buffer.from(lines), 'none'],
      ['lines.gz', gzipSync(lines), 'gzip'],
      ['named.csv', gzipSync(lines), 'gzip'],
      ['members.gz', Buffer.concat([gzipSync(lines.slice(0, 700)), gzipSync(lines.slice(700))]), 'gzip'],
      ['filled.gz', Buffer.concat([gzipSync(lines), Buffer.alloc(300_000)]), 'gzip'],
    ] as const) {
      const read: number[] = [];
      const file = await inspectFile(await write(name, content), { onBytes: (bytes) => read.push(bytes) });
      expect(file).toMatchObject({
        path: join(folder, name),
        bytes: content.length,
        digest: createHash('sha256').update(content).digest('hex'),
        compression,
        expandedBytes: lines.length,
        signature: undefined,
        empty: false,
      });
      expect(read.reduce((sum, bytes) => sum + bytes, 0)).toBe(content.length);
      expect(await textOf(file)).toBe(lines);
    }
  });

  it('may be of zstd, in several frames', async () => {
    const file = await inspectFile(await write('lines.zst', Buffer.concat([zstdLines, zstdLines])));
    const text = `fecha;producto;cantidad\n${line.repeat(4)}`;
    expect(file).toMatchObject({ compression: 'zstd', expandedBytes: Buffer.byteLength(text) * 2 });
    expect(await textOf(file)).toBe(text + text);
  });

  it('keeps a character whole that two blocks share', async () => {
    const { evidence } = await inspectFile(await write('long.txt', 'ñañ'.repeat(200_000)));
    expect(evidence).toMatchObject({ valid: true, invalidLines: 0 });
  });

  it('is empty if it has no bytes once decompressed', async () => {
    expect(await inspectFile(await write('empty', ''))).toMatchObject({ empty: true, bytes: 0 });
    expect(await inspectFile(await write('empty.gz', gzipSync('')))).toMatchObject({
      empty: true,
      compression: 'gzip',
    });
  });

  it.each([
    ['zip', 'PK\x03\x04rest'],
    ['parquet', 'PAR1rest'],
  ])('is told by its signature: %s', async (signature, content) => {
    expect(await inspectFile(await write('signed', content))).toMatchObject({ signature, compression: 'none' });
  });

  it('is read no further once it is told to stop', async () => {
    const path = await write('stopped.gz', gzipSync(lines));
    const reason = new Error('stopped');
    await expect(inspectFile(path, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const file = await inspectFile(path);
    const reading = file.read(AbortSignal.abort(reason))[Symbol.asyncIterator]();
    await expect(reading.next()).rejects.toBe(reason);
  });
});

describe('refuses', () => {
  const tar = Buffer.alloc(1024);
  tar.write('ustar', 257);

  it.each([
    [
      'cut.gz',
      gzipSync(lines).subarray(0, 60),
      'SOURCE_CORRUPT',
      'ends in the middle of its gzip data: it was cut off.',
    ],
    ['cut in its header', gzipSync(lines).subarray(0, 6), 'SOURCE_CORRUPT', 'ends in the middle of its gzip data'],
    ['damaged.gz', gzipSync(lines).fill(7, 30, 40), 'SOURCE_CORRUPT', 'its gzip data cannot be decompressed ('],
    ['tail.gz', Buffer.concat([gzipSync(lines), Buffer.from('tail')]), 'SOURCE_CORRUPT', 'is damaged'],
    ['cut.zst', zstdLines.subarray(0, 40), 'SOURCE_CORRUPT', 'ends in the middle of its zstd data'],
    ['no checksum.zst', zstdLines.subarray(0, -2), 'SOURCE_CORRUPT', 'ends in the middle of its zstd data'],
    ['damaged.zst', Buffer.from(zstdLines).fill(7, 7, 8), 'SOURCE_CORRUPT', 'zstd data'],
    ['window.zst', Buffer.from('28b52ffd00a8000000', 'hex'), 'FEED_UNREADABLE', 'needs 2048 MiB of memory'],
    ['twice.gz', gzipSync(gzipSync(lines)), 'FEED_UNREADABLE', 'is compressed twice: decompress it once.'],
    ['book.gz', gzipSync('PK\x03\x04'), 'FEED_UNREADABLE', 'is a compressed zip file: decompress it first.'],
    ['a.tar', tar, 'FEED_UNREADABLE', 'is a tar archive: unpack it first.'],
    ['a.tgz', gzipSync(tar), 'FEED_UNREADABLE', 'is a tar archive: unpack it first.'],
    ['a.7z', Buffer.from('377abcaf271c0000', 'hex'), 'FEED_UNREADABLE', 'is a 7-Zip archive'],
    ['a.bz2', Buffer.from('BZh91AY&SYrest'), 'FEED_UNREADABLE', 'is compressed with bzip2'],
    [
      'a.xls',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'FEED_UNREADABLE',
      'is a workbook with a password, or of the old kind (.xls)',
    ],
    ['a.duckdb', Buffer.from('12345678DUCK'), 'FEED_UNREADABLE', '`fluxion migrate` takes it'],
  ])('%s', async (name, content, code, message) => {
    const path = await write(name, content);
    await expect(inspectFile(path)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
    await expect(inspectFile(path)).rejects.toThrow(path);
  });

  it('what grows beyond all measure', async () => {
    const path = await write('bomb.zst', repeated(9000));
    await expect(inspectFile(path)).rejects.toMatchObject({
      code: 'FEED_REFUSED',
      message: `${path} has 36006 bytes and grows to more than 1024 MiB: no feed is like that. Decompress it and look what it is.`,
    });
  });

  it('what is no file', async () => {
    await mkdir(join(folder, 'directory'));
    const pipe = join(folder, 'pipe');
    await promisify(execFile)('mkfifo', [pipe]);
    await expect(inspectFile(join(folder, 'none'))).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' });
    await expect(inspectFile(join(folder, 'directory'))).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
      message: expect.stringContaining('is a directory'),
    });
    for (const path of [pipe, '/dev/zero']) {
      await expect(inspectFile(path)).rejects.toMatchObject({
        code: 'SOURCE_UNREADABLE',
        message: expect.stringContaining('cannot be read twice'),
      });
    }
  });

  it.skipIf(process.getuid?.() === 0)('what this user may not read', async () => {
    const path = await write('closed', lines);
    await chmod(path, 0);
    await expect(inspectFile(path)).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
      message: `${path} may not be read by this user. Check its permissions.`,
    });
  });

  it('a file that changes between two passes', async () => {
    const grown = await inspectFile(await write('grown', lines));
    appendFileSync(grown.path, 'more');
    const replaced = await inspectFile(await write('replaced', lines));
    await rename(await write('new', lines), replaced.path);
    const gone = await inspectFile(await write('gone', lines));
    await rm(gone.path);
    await expect(textOf(grown)).rejects.toMatchObject({
      code: 'SOURCE_CHANGED',
      message: `${grown.path} was changed while it was read. Load it again once it is whole.`,
    });
    await expect(textOf(replaced)).rejects.toMatchObject({ code: 'SOURCE_CHANGED' });
    await expect(textOf(gone)).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' });
  });

  it('a file that grows while it is read', async () => {
    const path = await write('growing', lines);
    const reading = inspectFile(path, { onBytes: () => appendFileSync(path, 'more') });
    await expect(reading).rejects.toMatchObject({ code: 'SOURCE_CHANGED' });
  });
});
