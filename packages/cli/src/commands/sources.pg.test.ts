import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { sendJson, startTill } from '#testing/till.ts';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { fluxionHere } from '../testing/fluxion-here.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  folder = await mkdtemp(join(tmpdir(), 'fluxion-sources-'));
  await database.pool.query(
    `INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T1', '01', 'Centro', 'tienda'), ('T2', '02', 'Este', 'tienda')`,
  );
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => vi.unstubAllEnvs());

const call = (...args: string[]) => fluxionHere(args, { DATABASE_URL: database.url, FLUXION_HOME: folder });
const json = async (...args: string[]) => JSON.parse((await call(...args, '--json')).stdout);

it('keeps a source, shows what it answers, loads from it, and forgets it', async () => {
  const asked: unknown[] = [];
  const till = await startTill(({ url, headers }, response) => {
    asked.push([url, headers.authorization]);
    if (url?.startsWith('/02') === true) response.writeHead(404).end('no such till');
    else sendJson(response, { items: [{ factura: 'A1', linea: 1, sku: 'P1', qty: 2, importe: '5,00' }] });
  });
  vi.stubEnv('TEST_TILL_TOKEN', 's3cret');
  const description = {
    feed: 'ventas',
    url: `${till.origin}/{store}?dia={date}`,
    storeAs: 'codigo',
    headers: { Authorization: 'Bearer ${TEST_TILL_TOKEN}' },
    rows: 'items',
    columns: { cantidad: 'qty', monto_total: 'importe' },
    formats: { decimal: ',' },
    schedule: { dailyAt: '04:30' },
  };
  const file = join(folder, 'source.json');
  await writeFile(file, JSON.stringify(description));

  const added = await call('sources', 'add', 'cajas', '--file', file);
  expect(added).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^cajas is asked daily at 04:30; /) });
  expect(await call('sources', 'add', 'cajas', '--file', file)).toMatchObject({
    exitCode: 2,
    stderr: 'fluxion: there is a source cajas already; --replace puts this one in its place\n',
  });
  expect(await json('sources', 'show', 'cajas')).toEqual({
    name: 'cajas',
    active: true,
    definition: description,
    silent: [],
  });

  const tried = await call('sources', 'test', 'cajas', '--store', 'T1', '--date', '2024-05-01');
  expect(tried.exitCode).toBe(0);
  expect(tried.stdout).toContain('column qty');
  expect(tried.stdout).toContain('T1, from what was asked');
  expect(tried.stdout).toContain('monto_total 5.');
  expect(asked).toEqual([['/01?dia=2024-05-01', 'Bearer s3cret']]);
  expect((await database.pool.query('SELECT FROM entregas')).rows).toEqual([]);

  const loaded = await call('load', '--source', 'cajas', '--date', '2024-05-01');
  expect(loaded.exitCode).toBe(1);
  expect(loaded.stdout.replaceAll(/\s+/g, ' ')).toContain(
    'the source cajas, asked for T2 on 2024-05-01, answers HTTP 404: "no such till"',
  );
  expect((await database.pool.query('SELECT ubicacion_id, resultado FROM cargas ORDER BY 1')).rows).toEqual([
    { ubicacion_id: 'T1', resultado: 'cargada' },
    { ubicacion_id: 'T2', resultado: 'fallida' },
  ]);

  expect((await call('sources')).stdout).toMatch(/^cajas +ventas +daily at 04:30 +1 store without an answer +http:/m);
  expect((await call('sources', 'show', 'cajas')).stdout).toMatch(
    / {2}T2: failed once \(last on .*, never answered\): the source cajas/,
  );
  expect((await call('sources', 'pause', 'cajas')).stdout).toBe('cajas is asked by hand only: it is paused.\n');
  expect(await json('sources', 'list')).toMatchObject({
    sources: [{ name: 'cajas', active: false, silent: [{ ubicacionId: 'T2' }] }],
  });
  expect((await call('sources', 'resume', 'cajas')).stdout).toBe('cajas is asked daily at 04:30.\n');
  expect((await call('sources', 'remove', 'cajas')).stdout).toBe(
    'cajas is forgotten; what was loaded from it stays.\n',
  );
  expect(await call('sources', 'show', 'cajas')).toMatchObject({
    exitCode: 4,
    stderr: 'fluxion: there is no source cajas; there is none yet; `fluxion sources add` describes one\n',
  });
  const { rows } = await database.pool.query('SELECT count(*)::int AS lines FROM ventas_raw');
  expect(rows).toEqual([{ lines: 1 }]);
});

it('takes a description from flags', async () => {
  const words = `sources add pos --feed ventas --url https://pos.example/{store}/{date}?p={page}&n={size} --pages number --page-size 500
    --rows data.items --column cantidad=qty --constant costo_unitario=0 --decimal , --timezone America/Bogota`;
  const { definition } = await json(...words.split(/\s+/), '--header', 'X-Api-Key: ${POS_KEY}');
  expect(definition).toEqual({
    feed: 'ventas',
    url: 'https://pos.example/{store}/{date}?p={page}&n={size}',
    headers: { 'X-Api-Key': '${POS_KEY}' },
    pages: { by: 'number', size: 500 },
    rows: 'data.items',
    columns: { cantidad: 'qty' },
    constants: { costo_unitario: '0' },
    formats: { decimal: ',' },
    timezone: 'America/Bogota',
    schedule: { everyMinutes: 60, dailyAt: '03:00' },
  });
});

it.each([
  ['sources ad x', '`fluxion sources` cannot ad; did you mean add?'],
  ['sources show', '`fluxion sources show` needs a NAME'],
  ['sources list all', '`fluxion sources list` does not know what to do with "all"'],
  ['sources add x', '`fluxion sources add` needs a description: --file source.json, or --feed and --url'],
  [
    'sources add x --file a.json --url http://b',
    '--file describes the whole source: leave out the flags that describe it too',
  ],
  ['sources add x --url http://b --header a=b', `--header 'NAME: VALUE' cannot be read from "a=b"`],
  ['sources add x --url http://b', '--feed is missing'],
  [
    'sources add x --feed ventas --url http://b/{store}/{date} --pages number',
    '--url lacks {page}, by which pages are asked for',
  ],
  [
    'sources add x --feed ventas --url http://b/{store}/{date} --header Cookie:1',
    '--header Cookie must take its secret from the environment',
  ],
  ['sources add Cajas --feed ventas --url http://b/{store}/{date}', '"Cajas" is no name for a source'],
  ['sources test x', '`fluxion sources test` needs the day that is asked for: --date YYYY-MM-DD'],
])('%s is refused', async (words, sentence) => {
  const { exitCode, stderr } = await call(...words.split(' '));
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(sentence) });
});
