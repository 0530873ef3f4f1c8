import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fluxionHere, type OnProgress } from '../testing/fluxion-here.ts';

const description = {
  feed: 'ventas',
  timezone: 'Europe/London',
  columns: {
    numero_factura: 'InvoiceNo',
    producto_id: 'StockCode',
    cantidad: 'Quantity',
    fecha_hora: 'InvoiceDate',
    precio_unitario: 'UnitPrice',
  },
};
const header = 'InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice\n';
const line = (day: string, quantity: string) => `536365,85123A,${quantity},${day} 08:26:00,2.55\n`;

let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fluxion-load-'));
  database = await createTestDatabase({ template: 'fluxion' });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** A folder of one store's days, the second of which has a line that cannot be read. */
async function deliver(store: string): Promise<string> {
  const days = join(folder, store);
  await mkdir(days);
  await writeFile(join(days, 'feed.json'), JSON.stringify({ ...description, store, name: '{date}.csv' }));
  await writeFile(join(days, '2010-12-01.csv'), header + line('2010-12-01', '6').repeat(2));
  await writeFile(join(days, '2010-12-02.csv'), header + line('2010-12-02', '-1') + line('2010-12-02', 'many'));
  return days;
}

const fluxion = (args: readonly string[], onProgress?: OnProgress) =>
  fluxionHere(args, { DATABASE_URL: database.url, FLUXION_HOME: folder }, onProgress);

async function sales(store: string): Promise<unknown> {
  const sql = `SELECT fecha::text, count(*)::int AS lines, sum(monto_total)::numeric(18,2)::text AS total
    FROM ventas_raw WHERE ubicacion_id = $1 GROUP BY fecha ORDER BY fecha`;
  return (await database.pool.query(sql, [store])).rows;
}

it('shows how it understands a shop that calls everything otherwise, loads it, and skips it the next time', async () => {
  const days = await deliver('SHOP');
  const plan = await fluxion(['load', days, '--dry-run', '--max-errors', '5']);
  expect({ exitCode: plan.exitCode, stdout: plan.stdout }).toEqual({ exitCode: 3, stdout: expect.any(String) });
  expect(plan.stdout).toContain('2 files: 1 would be loaded, 1 would be loaded in part.');
  expect(plan.stdout).toMatch(
    /fields +ubicacion_id +SHOP, from feed\.json\n +fecha +2010-12-01, from the file's name\n/,
  );
  expect(plan.stdout).toMatch(/monto_total +cantidad x precio_unitario\n/);
  expect(await sales('SHOP')).toEqual([]);

  const rejects = join(folder, 'rejects');
  const loaded = await fluxion(['load', days, '--rejects', rejects, '--max-errors', '5']);
  expect(loaded.exitCode).toBe(3);
  expect(loaded.stdout).toContain('4 lines read: 3 loaded, 1 rejected.');
  expect(loaded.stdout).toContain(
    'ventas: 2 store-days of 1 store, 2010-12-01 to 2010-12-02; cantidad 11, monto_total 28.05.',
  );
  expect(loaded.stdout).toMatch(/2010-12-02\.csv:3: cantidad "many" is not a number\n/);
  const [, file = ''] = /The lines themselves: (.*)$/m.exec(loaded.stdout) ?? [];
  expect(await readFile(file, 'utf8')).toContain('2010-12-02.csv;3;cantidad;many;is not a number;536365');
  expect(await sales('SHOP')).toEqual([
    { fecha: '2010-12-01', lines: 2, total: '30.60' },
    { fecha: '2010-12-02', lines: 1, total: '-2.55' },
  ]);

  const again = await fluxion(['load', join(days, '2010-12-01.csv'), '--json']);
  expect(again.exitCode).toBe(0);
  expect(JSON.parse(again.stdout)).toMatchObject({
    deliveries: [{ outcome: 'igual', loaded: 0, error: null }],
    leftOut: [],
  });
});

it('goes on after a file that cannot be used, and says at the end which', async () => {
  const days = join(folder, 'mixed');
  await mkdir(days);
  await writeFile(join(days, 'a.csv'), '');
  await writeFile(join(days, 'b.csv'), `tienda,fecha,sku,cantidad,total\nSHOP,2011-01-04,A,1,2.5\n`);
  const { exitCode, stdout } = await fluxion(['load', days]);
  expect(exitCode).toBe(4);
  expect(stdout).toMatch(/a\.csv is empty, without even a header/);
  expect(stdout).toContain('1 line read: 1 loaded.');
});

it('stops at Ctrl-C, says what is loaded, and goes on when it is called again', async () => {
  const days = await deliver('STOPPED');
  const stopped = await fluxion(['load', days], (text, interrupt) => {
    if (text.includes('2010-12-01.csv: ')) interrupt();
  });
  expect({ ...stopped, stderr: stopped.stderr.split('\n').at(-2) }).toEqual({
    exitCode: 130,
    stdout: '',
    stderr: expect.stringMatching(
      /^fluxion: Interrupted after 1 file: what is loaded stays, .* goes on with the others\.$/,
    ),
  });
  expect(await sales('STOPPED')).toMatchObject([{ fecha: '2010-12-01', lines: 2 }]);
  const { exitCode, stdout } = await fluxion(['load', days, '--max-errors', '5']);
  expect(exitCode).toBe(3);
  expect(stdout).toContain('2 files: 1 loaded in part, 1 there already.');
});
