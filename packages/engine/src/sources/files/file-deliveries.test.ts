import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../records/delivery.ts';
import { fileDeliveries, type FileFlags } from './index.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fluxion-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, content: string | Buffer | object): Promise<void> {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true });
  const text = typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content);
  await writeFile(file, text);
}

async function deliveriesOf(names: readonly string[], flags: FileFlags = {}) {
  const paths = names.map((name) => join(folder, name));
  const { deliveries, leftOut, count } = await fileDeliveries(paths, flags, { folder });
  const all: Delivery[] = [];
  for await (const delivery of deliveries) all.push(delivery);
  return { all, count, leftOut: leftOut.map(({ path }) => path.slice(folder.length + 1)) };
}

const csv = 'Tienda;Fecha;Sku;Cantidad;Total\nT1;2024-05-03;A;1;2,5\n';

it('makes a delivery of each file, with its digest, what is known of it, and what opens it', async () => {
  await write('T1/2024-05-03.csv.gz', gzipSync(csv));
  await write('T1/2024-05-04.csv', csv);
  await write('feed.json', { feed: 'ventas', name: '{store}/{date}.csv', formats: { decimal: ',' } });
  const { all, count } = await deliveriesOf(['.'], { encoding: 'latin1' });
  expect(count).toBe(2);
  expect(all).toMatchObject([
    {
      origin: 'archivo',
      name: join(folder, 'T1/2024-05-03.csv.gz'),
      description: {
        feed: 'ventas',
        store: 'T1',
        date: '2024-05-03',
        createsStore: true,
        values: { decimal: ',' },
        file: { encoding: 'windows-1252' },
      },
    },
    { digest: createHash('sha256').update(csv).digest('hex'), bytes: csv.length, description: { date: '2024-05-04' } },
  ]);
  for (const delivery of all) {
    const { format, columns } = await delivery.open();
    expect({ format, columns }).toEqual({ format: 'csv', columns: ['Tienda', 'Fecha', 'Sku', 'Cantidad', 'Total'] });
  }
});

it('reads a file when its turn comes, and not before', async () => {
  await write('1.csv', csv);
  await write('2.csv', csv);
  const { deliveries } = await fileDeliveries([folder], {}, { folder });
  const names: string[] = [];
  for await (const { name, digest } of deliveries) {
    names.push(name.slice(folder.length + 1));
    expect(digest).not.toBe('');
    await write('2.csv', `${csv}more`);
    if (names.length === 1) continue;
    expect(digest).toBe(createHash('sha256').update(`${csv}more`).digest('hex'));
  }
  expect(names).toEqual(['1.csv', '2.csv']);
});

it('goes on after a file that cannot be read or is not as it is described: that one fails when it is opened', async () => {
  await write('T1_2024-05-03.csv', csv);
  await write('T1_x.csv', csv);
  await write('T2_2024-05-03.csv', gzipSync(csv).subarray(0, 30));
  await write('T3_2024-05-03.csv', '');
  await write('T4_2024-05-03.csv', csv);
  await write('feed.json', { name: '{store}_{date}.csv' });
  const { all } = await deliveriesOf(['.']);
  const outcomes = await Promise.all(
    all.map(({ open }) =>
      open().then(
        ({ format }) => format as string,
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      ),
    ),
  );
  expect(outcomes).toEqual(['csv', 'FEED_UNREADABLE', 'SOURCE_CORRUPT', 'FEED_UNREADABLE', 'csv']);
  expect(all[2]).toMatchObject({ digest: '', description: { store: 'T2', date: '2024-05-03' } });
  await expect(all[1]?.open()).rejects.toThrow('is not named as');
});

describe('descriptions', () => {
  beforeEach(async () => {
    await write('ventas_1.csv', csv);
    await write('stock_1.csv', csv);
    await write('notas.csv', csv);
    await write('feed.json', [
      { files: 'ventas_*.csv', feed: 'ventas' },
      { files: 'stock_*.csv', feed: 'inventario', partial: true },
    ]);
  });

  it('of several kinds of files each take theirs, and what is none of them is told', async () => {
    const { all, leftOut } = await deliveriesOf(['.']);
    expect(all.map(({ description }) => [description.feed, description.partial])).toEqual([
      ['inventario', true],
      ['ventas', false],
    ]);
    expect(leftOut).toEqual(['notas.csv']);
  });

  it('refuse a file that was given by itself and is none of theirs', async () => {
    const { all, leftOut } = await deliveriesOf(['notas.csv']);
    expect(leftOut).toEqual([]);
    await expect(all[0]?.open()).rejects.toThrow(
      /feed\.json says of which files it is \("files"\), and .*notas\.csv is none of them\.$/,
    );
  });

  it('give way to that of a flag, and to flags', async () => {
    await write('other/mine.json', { feed: 'precios', store: 'T9' });
    const { all } = await deliveriesOf(['notas.csv'], {
      describe: join(folder, 'other/mine.json'),
      feed: 'configuracion',
    });
    expect(all[0]?.description).toMatchObject({ feed: 'configuracion', store: 'T9', createsStore: true });
    await expect(deliveriesOf(['notas.csv'], { describe: join(folder, 'none.json') })).rejects.toMatchObject({
      code: 'SOURCE_NOT_FOUND',
      message: expect.stringContaining('none.json, which --describe names.'),
    });
  });

  it('that cannot be read, and paths that are not there, fail before any file is read', async () => {
    await write('feed.json', '{ "feed" }');
    await expect(deliveriesOf(['.'])).rejects.toMatchObject({ code: 'FEED_UNREADABLE' });
    await expect(deliveriesOf(['notas.csv', 'none'])).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' });
    await expect(deliveriesOf(['notas.csv'], { feed: 'nada' })).rejects.toMatchObject({ code: 'USAGE' });
  });
});
