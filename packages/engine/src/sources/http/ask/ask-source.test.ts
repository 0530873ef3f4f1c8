import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { FluxionError } from '../../../base/index.ts';
import { openScratch } from '../../../duckdb/index.ts';
import { temporaryFolder, testSource } from '../testing/ask.ts';
import { FakeClock } from '#testing/fake-clock.ts';
import { sendJson, startTill } from '#testing/till.ts';
import { askSource } from './ask-source.ts';

async function ask(entry: object, { clock = new FakeClock(), firstPageOnly = false } = {}) {
  const folder = await temporaryFolder();
  const delivery = await askSource({
    source: testSource(entry),
    store: { id: 'T1', codigo: '01' },
    date: '2024-05-01',
    folder,
    secrets: () => undefined,
    clock,
    firstPageOnly,
  });
  return { delivery, folder };
}

/** What `stage` makes of two columns. */
async function staged(delivery: Awaited<ReturnType<typeof ask>>['delivery'], folder: string) {
  const records = await delivery.open();
  const scratch = await openScratch({ folder, memoryMiB: 64 });
  try {
    const fields = ['linea', 'cantidad'].map((name) => ({ name, column: records.columns.indexOf(name) }));
    const count = await records.stage({ duck: scratch.connection, table: '"raw"', fields, onUnreadable: () => {} });
    const rows = await scratch.connection.runAndReadAll(
      'SELECT line::INTEGER, linea, cantidad FROM "raw" ORDER BY line',
    );
    return { count, rows: rows.getRows(), text: await records.textOf(new Set([3])) };
  } finally {
    await scratch.close();
  }
}

describe('a delivery', () => {
  it('holds the rows of all pages, as they are written, numbered through', async () => {
    const till = await startTill(({ url }, response) => {
      const pages = [
        '[{"linea":1,"cantidad":1.10},\n {"linea":2,\n"cantidad":9007199254740993}]',
        '[ {"cantidad":-1e2,"linea":3} ]',
        '[]',
      ];
      response.end(pages[Number(url?.at(-1)) - 1]);
    });
    const { delivery, folder } = await ask({
      url: `${till.origin}/{date}?p={page}`,
      pages: { by: 'number' },
      timezone: 'America/Caracas',
    });
    expect(delivery).toMatchObject({
      origin: 'http',
      name: 'cajas T1 2024-05-01',
      saysEmpty: false,
      description: { feed: 'ventas', store: 'T1', date: '2024-05-01', timezone: 'America/Caracas' },
    });
    expect(await staged(delivery, folder)).toEqual({
      count: 3,
      rows: [
        [1, '1', '1.10'],
        [2, '2', '9007199254740993'],
        [3, '3', '-1e2'],
      ],
      text: new Map([[3, '{"cantidad":-1e2,"linea":3}']]),
    });
  });

  it('without rows says so, and has the columns that are wanted', async () => {
    const till = await startTill((_, response) => sendJson(response, []));
    const { delivery, folder } = await ask({ url: `${till.origin}/{date}`, columns: { linea: 'nro' } });
    expect(delivery.saysEmpty).toBe(true);
    expect((await delivery.open()).columns).toContain('nro');
    expect(await staged(delivery, folder)).toMatchObject({ count: 0 });
  });

  it('of CSV with a header alone is empty', async () => {
    const till = await startTill((_, response) => response.end('factura;linea;producto;cantidad;monto\r\n'));
    const { delivery } = await ask({ url: `${till.origin}/{date}`, format: 'csv' });
    expect(delivery.saysEmpty).toBe(true);
    expect((await delivery.open()).columns).toHaveLength(5);
  });

  it('of CSV is not empty because a line of text came', async () => {
    const till = await startTill((_, response) => response.end('Database is down\n'));
    await expect(ask({ url: `${till.origin}/{date}`, format: 'csv' })).rejects.toThrow(
      'the source cajas, asked for T1 on 2024-05-01, answers with one line that is not the header of its rows',
    );
  });

  it('may be of the first page only', async () => {
    const till = await startTill((_, response, attempt) => sendJson(response, [{ attempt }]));
    const { delivery } = await ask(
      { url: `${till.origin}/{date}?p={page}`, pages: { by: 'number' } },
      { firstPageOnly: true },
    );
    expect(delivery.bytes).toBe('[{"attempt":1}]'.length);
    expect(till.asked).toHaveLength(1);
  });

  it('of a feed of rows is of no store', async () => {
    const till = await startTill((_, response) => sendJson(response, []));
    const folder = await temporaryFolder();
    const source = testSource({ feed: 'productos', url: till.origin });
    const delivery = await askSource({
      source,
      store: undefined,
      date: '2024-05-01',
      folder,
      secrets: () => undefined,
    });
    expect(delivery.description).not.toHaveProperty('store');
    expect(delivery.description).not.toHaveProperty('date');
  });
});

describe('a failure', () => {
  it('is one sentence with the source, the store, the day and the address, and leaves no file', async () => {
    const folder = await temporaryFolder();
    const options = { source: testSource({ url: 'http://127.0.0.1:1/{date}' }), date: '2024-05-01', folder };
    const asking = askSource({
      ...options,
      store: { id: 'T1', codigo: '01' },
      secrets: () => undefined,
      clock: new FakeClock(),
    });
    await expect(asking).rejects.toThrow(
      /^the source cajas, asked for T1 on 2024-05-01, refuses the connection; asked 5 times \(http:\/\/127\.0\.0\.1:1\/2024-05-01\)$/,
    );
    await expect(asking).rejects.toBeInstanceOf(FluxionError);
    expect(await readdir(folder)).toEqual([]);
  });

  it('shows no secret, even if the server repeats it', async () => {
    const till = await startTill((request, response) =>
      response.writeHead(403).end(`bad token ${request.headers.authorization} of ${request.url}`),
    );
    const source = testSource({
      url: `${till.origin}/{date}?k=\${KEY}`,
      headers: { Authorization: 'Bearer ${TOKEN}' },
    });
    const secrets = (name: string) => (name === 'KEY' ? 'a/$&1' : 's3cret');
    const asking = askSource({
      source,
      store: { id: 'T1', codigo: '01' },
      date: '2024-05-01',
      folder: await temporaryFolder(),
      secrets,
    });
    await expect(asking).rejects.toThrow('"bad token Bearer ${TOKEN} of /2024-05-01?k=${KEY}"');
  });

  it('comes also of pages that take too long together, and is not asked for again', async () => {
    const clock = new FakeClock();
    const till = await startTill((_, response, attempt) => {
      if (attempt === 3) void clock.lapse(3_600_000);
      else sendJson(response, [{ attempt }]);
    });
    const entry = { url: `${till.origin}/{date}?p={page}`, pages: { by: 'number' }, limits: { totalSeconds: 3600 } };
    await expect(ask(entry, { clock })).rejects.toThrow('has not ended its answer after 3600 s');
    expect(till.asked).toHaveLength(3);
  });
});
