import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '#testing/database.ts';
import { runInDuckFile } from '#testing/duck-file.ts';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { startFluxion } from '../testing/fluxion.ts';
import { fluxionHere } from '../testing/fluxion-here.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'fluxion-mirror-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function openDatabase(template: 'empty' | 'fluxion') {
  const database = await createTestDatabase({ template });
  onTestFinished(() => database.drop());
  const environment = { DATABASE_URL: database.url, FLUXION_HOME: home };
  const mirror = (...args: string[]) => fluxionHere(['mirror', ...args], environment);
  return { pool: database.pool, environment, mirror };
}

it("mirrors a table of anybody's database, compares the copy, finds what differs, and copies it anew", async () => {
  const { pool, mirror } = await openDatabase('empty');
  await pool.query(
    `CREATE TABLE orders (id int PRIMARY KEY, branch int NOT NULL, day date NOT NULL, amount numeric(12, 2));
     INSERT INTO orders SELECT n, n % 3, date '2026-01-01' + n % 5, n * 1.25 FROM generate_series(1, 900) AS n`,
  );
  expect((await mirror()).stdout).toBe(
    'No table is mirrored; `fluxion mirror add TABLE` adds one.\n\nNo process has a mirror open; `fluxion up` keeps one beside the API.\n',
  );
  expect(await mirror('add', 'order')).toMatchObject({
    exitCode: 4,
    stderr: expect.stringContaining('There is no table order'),
  });
  expect(await mirror('add', 'orders', '--unit', 'branch,day')).toMatchObject({
    exitCode: 0,
    stdout: 'orders is mirrored by branch, day; `fluxion up` copies it, or `fluxion mirror sync`.\n',
  });

  const synced = await mirror('sync', '--check', '--json');
  const { tables, mirrors } = JSON.parse(synced.stdout);
  expect(tables).toEqual([{ name: 'orders', unit: ['branch', 'day'], noting: 'triggers' }]);
  expect(mirrors).toMatchObject([
    {
      pid: process.pid,
      status: { state: 'ready', tables: [{ table: 'orders', ready: true }] },
      check: { equal: true, tables: [{ table: 'orders', units: 15, rows: 900, differing: [] }] },
    },
  ]);
  expect(synced.exitCode).toBe(0);

  await runInDuckFile(mirrors[0].status.file, 'UPDATE orders SET amount = amount + 0.01 WHERE id = 30');
  const checked = await mirror('status', '--check');
  expect(checked.exitCode).toBe(3);
  expect(checked.stdout).toMatch(
    / {2}orders +15 units +900 rows +1 unit differs\n {4}0, 2026-01-01: 60 rows, other values\n$/,
  );

  expect(await mirror('rebuild', 'orders', '--check')).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(
      /^orders +branch, day +triggers\n\nprocess \d+ on .*: ready, as of .* in .*\n {2}orders .* equal\n$/m,
    ),
  });
  expect((await mirror('remove', 'orders')).stdout).toBe('orders is mirrored no longer.\n');
  expect(await mirror('remove', 'orders')).toMatchObject({ exitCode: 4, stderr: 'fluxion: orders is not mirrored.\n' });
});

it('asks `up` how its mirror of the chain is, as long as it runs', async () => {
  const { pool, environment, mirror } = await openDatabase('fluxion');
  await pool.query(
    `INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T1', 'T1', 'Tienda 1', 'tienda');
     SELECT fluxion.ensure_partitions('2026-02-01', '2026-02-28');
     INSERT INTO ventas_raw (id, ubicacion_id, fecha, numero_factura, cantidad, precio_unitario, monto_total)
     SELECT n, 'T1', date '2026-02-01' + n % 7, 'F' || n, 2, 5.25, 10.50 FROM generate_series(1, 2000) AS n`,
  );
  const running = startFluxion(['up', '--port', '0', '--json'], environment);
  await running.printed(/^\{.*\}$/m);
  const { exitCode, stdout } = await mirror('sync', '--check', '--json');
  const { tables, mirrors } = JSON.parse(stdout);
  expect(tables).toContainEqual({ name: 'ventas_raw', unit: ['ubicacion_id', 'fecha'], noting: 'triggers' });
  expect(mirrors).toMatchObject([{ pid: running.processId, check: { equal: true, notCompared: [] } }]);
  expect(mirrors[0].check.tables).toContainEqual(expect.objectContaining({ table: 'ventas_raw', rows: 2000 }));
  expect(mirrors[0].check.tables).toHaveLength(tables.length);
  expect(exitCode).toBe(0);
  running.signal('SIGINT');
  expect(await running.ended).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/Stopping \.\.\.\n$/) });
});

it('stops at Ctrl-C while a first copy is waited for', async () => {
  const { pool, environment, mirror } = await openDatabase('empty');
  await pool.query('CREATE TABLE items (id int); INSERT INTO items VALUES (1)');
  await mirror('add', 'items');
  const holding = await pool.connect();
  await holding.query('BEGIN; LOCK TABLE items IN ACCESS EXCLUSIVE MODE');
  const ending = await fluxionHere(['mirror', 'sync'], environment, (text, interrupt) => {
    if (text.startsWith('the mirror: ')) interrupt();
  });
  await holding.query('ROLLBACK');
  holding.release();
  expect(ending).toMatchObject({ exitCode: 130, stdout: '' });
});
