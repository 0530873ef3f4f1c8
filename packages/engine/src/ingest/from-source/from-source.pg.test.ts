import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addSource } from '../../sources/index.ts';
import { FakeClock } from '#testing/fake-clock.ts';
import { sendJson, startTill } from '#testing/till.ts';
import { loadFromSource, type SourceLoadOptions } from './load-from-source.ts';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  folder = await mkdtemp(join(tmpdir(), 'fluxion-source-'));
  await database.pool.query(
    `INSERT INTO ubicaciones (id, codigo, nombre, tipo) SELECT 'T' || i, '0' || i, 'T' || i, 'tienda' FROM generate_series(1, 7) AS i`,
  );
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await database.pool.query('TRUNCATE fuentes, fuentes_estado, cargas, entregas, ventas_raw, ventas_diarias CASCADE');
});

const sale = (linea: number, more: object = {}) => ({
  numero_factura: 'A1',
  linea,
  producto_id: 'P1',
  cantidad: 1,
  monto_total: 2.5,
  ...more,
});

async function add(entry: object): Promise<void> {
  const definition = { feed: 'ventas', pages: { by: 'number', size: 2 }, limits: { attempts: 1 }, ...entry };
  await addSource(
    database.pool,
    { name: 'cajas', definition, replace: true },
    (path, problem) => new Error(`${path} ${problem}`) as never,
  );
}

function ask(more: Partial<SourceLoadOptions> = {}) {
  return loadFromSource({
    ...{
      pool: database.pool,
      folder,
      source: 'cajas',
      date: '2024-05-01',
      secrets: () => undefined,
      clock: new FakeClock(),
    },
    ...more,
  });
}

async function rowsOf(sql: string): Promise<unknown[][]> {
  const { rows } = await database.pool.query({ text: sql, rowMode: 'array' });
  return rows as unknown[][];
}

const ledger = () =>
  rowsOf('SELECT ubicacion_id, fecha, resultado, filas_cargadas::int, mensaje IS NOT NULL FROM cargas ORDER BY 1');

it('loads what comes, and tells a store that had no sales from one that did not answer', async () => {
  const till = await startTill(({ url }, response) => {
    const [, store, page] = /^\/(\w+)\/2024-05-01\?p=(\d)$/.exec(url ?? '') ?? [];
    if (store === 'T3') response.writeHead(500).end();
    else if (store !== 'T1') sendJson(response, []);
    // A till that repeats the last line of a page on the next one.
    else sendJson(response, page === '1' ? [sale(1), sale(2)] : [sale(2)]);
  });
  await add({ url: `${till.origin}/{store}/{date}?p={page}`, stores: ['T3', '01', 'T2'] });
  const reports = await ask();
  expect(reports.map(({ name, outcome, loaded, repeated, error }) => [name, outcome, loaded, repeated, error])).toEqual(
    [
      ['cajas T3 2024-05-01', 'fallida', 0, 0, 'HTTP_SOURCE_FAILED'],
      ['cajas T1 2024-05-01', 'cargada', 2, 1, null],
      ['cajas T2 2024-05-01', 'vacia', 0, 0, null],
    ],
  );
  expect(await ledger()).toEqual([
    ['T1', '2024-05-01', 'cargada', 2, false],
    ['T2', '2024-05-01', 'vacia', 0, false],
    ['T3', '2024-05-01', 'fallida', 0, true],
  ]);
  expect(await rowsOf('SELECT ubicacion_id, venta_total FROM ventas_diarias WHERE lineas > 0')).toEqual([
    ['T1', '5.000000'],
  ]);
  expect(await rowsOf('SELECT resultado, origen FROM entregas ORDER BY 1')).toEqual([
    ['cargada', 'http'],
    ['fallida', 'http'],
    ['vacia', 'http'],
  ]);
  expect(await readdir(folder)).toEqual([]);
});

it('leaves a day that was loaded as it is when its store does not answer the next time', async () => {
  const till = await startTill((_, response, attempt) => {
    if (attempt === 1) sendJson(response, [sale(1)]);
    else response.end('<h1>Sorry</h1>');
  });
  await add({ url: `${till.origin}/{store}/{date}?p={page}`, stores: ['T1'] });
  await ask();
  const [report] = await ask();
  expect(report).toMatchObject({
    outcome: 'fallida',
    message: expect.stringMatching(
      /^the source cajas, asked for T1 on 2024-05-01, answers with a page instead of JSON: "Sorry" \(http/,
    ),
  });
  expect(await rowsOf('SELECT resultado, filas_cargadas::int, intento_mensaje FROM cargas')).toEqual([
    ['cargada', 1, report?.message],
  ]);
});

it('does not let stores that do not answer delay the others', async () => {
  const clock = new FakeClock();
  const dead = ['T2', 'T4', 'T6'];
  const till = await startTill(({ url }, response) => {
    if (!dead.some((store) => url?.includes(store) === true)) sendJson(response, [sale(1)]);
  });
  await add({ url: `${till.origin}/{store}/{date}?p={page}` });
  const done: string[] = [];
  const reports = await ask({
    clock,
    async onReport({ name, outcome }) {
      done.push(`${name.split(' ')[1]} ${outcome}`);
      // Only when all others are loaded does the time of those pass that do not answer.
      if (done.length === 4) for (const _ of dead) await clock.lapse(60_000);
    },
  });
  expect(done.slice(0, 4).toSorted()).toEqual(['T1 cargada', 'T3 cargada', 'T5 cargada', 'T7 cargada']);
  expect(reports.map(({ outcome }) => outcome).filter((outcome) => outcome === 'fallida')).toHaveLength(3);
});

it('lets another store in while one pauses before its next attempt', async () => {
  const clock = new FakeClock();
  const dead = ['T1', 'T2', 'T3', 'T4', 'T5'];
  const asked: string[] = [];
  clock.sleep = async () => {
    // The pauses of all that do not answer end when somebody else has been answered.
    while (!asked.includes('T7')) await new Promise((resolve) => setImmediate(resolve));
  };
  const till = await startTill(({ url }, response) => {
    const store = url?.slice(1, 3) ?? '';
    asked.push(store);
    if (dead.includes(store)) response.writeHead(503).end();
    else sendJson(response, [sale(1)]);
  });
  await add({ url: `${till.origin}/{store}/{date}?p={page}`, limits: { attempts: 2 } });
  const reports = await ask({ clock });
  expect(reports.map(({ outcome }) => outcome)).toEqual([...dead.map(() => 'fallida'), 'cargada', 'cargada']);
});

describe('the breaker', () => {
  const state = () =>
    rowsOf('SELECT ubicacion_id, fallos, aperturas, abierta IS NOT NULL FROM fuentes_estado ORDER BY 1');
  const passMinutes = (minutes: number) =>
    database.pool.query(`UPDATE fuentes_estado SET abierta = abierta - $1 * interval '1 minute'`, [minutes]);

  it('opens after five failures in a row, for ever longer, and closes when the store answers', async () => {
    let answers = false;
    const till = await startTill(({ url }, response) => {
      if (answers || url?.includes('T1') === true) sendJson(response, []);
      else response.writeHead(404).end();
    });
    await add({ url: `${till.origin}/{store}/{date}?p={page}`, stores: ['T1', 'T2'] });
    for (let call = 1; call <= 4; call++) await ask();
    expect(await state()).toEqual([
      ['T1', 0, 0, false],
      ['T2', 4, 0, false],
    ]);
    const asks = async (options: Partial<SourceLoadOptions> = {}) => {
      const before = till.asked.length;
      const [report] = await ask({ stores: ['T2'], ...options });
      return { asked: till.asked.length - before, message: report?.message };
    };
    await asks();
    expect(await state()).toContainEqual(['T2', 5, 1, true]);

    expect(await asks()).toEqual({
      asked: 0,
      message: expect.stringMatching(
        /^cajas for T2 is not asked before \S+Z, because it has failed 5 times in a row: the source cajas, .* answers HTTP 404/,
      ),
    });
    expect(
      await rowsOf(`SELECT intento_mensaje LIKE 'cajas for T2 is not asked%' FROM cargas WHERE ubicacion_id = 'T2'`),
    ).toEqual([[true]]);

    // A person may ask all the same, and a look leaves it alone.
    expect(await asks({ dryRun: true })).toMatchObject({ asked: 1 });
    expect(await asks({ insist: true })).toMatchObject({ asked: 1 });
    expect(await state()).toContainEqual(['T2', 6, 2, true]);

    await passMinutes(1.5);
    expect(await asks()).toMatchObject({ asked: 0 });
    await passMinutes(1);
    expect(await asks()).toMatchObject({ asked: 1 });
    expect(await state()).toContainEqual(['T2', 7, 3, true]);

    await database.pool.query('UPDATE fuentes_estado SET aperturas = 40, fallos = 44 WHERE aperturas > 0');
    await passMinutes(59);
    expect(await asks()).toMatchObject({ asked: 0 });
    await passMinutes(2);
    answers = true;
    expect(await asks()).toEqual({ asked: 1, message: null });
    expect(await state()).toContainEqual(['T2', 0, 0, false]);
  });

  it('does not count what is not the source’s fault', async () => {
    const till = await startTill((_, response) => sendJson(response, []));
    await add({ url: `${till.origin}/{store}/{date}?p={page}&k=\${TILL_KEY}`, stores: ['T1'] });
    await expect(ask()).rejects.toThrow('the source needs the environment variable TILL_KEY, which is not set');
    await expect(ask({ signal: AbortSignal.abort(new Error('Ctrl-C')) })).rejects.toThrow('Ctrl-C');
    expect(await state()).toEqual([]);
  });
});

it('asks only for stores that are there, and the source’s', async () => {
  await add({ url: 'http://127.0.0.1:1/{store}/{date}?p={page}', stores: ['T1', 'T2'] });
  await expect(ask({ stores: ['T3'] })).rejects.toThrow('the source cajas is not asked for the store T3');
  await expect(ask({ stores: ['T33'] })).rejects.toThrow(
    'you name the store T33, which is not in ubicaciones; did you mean',
  );
  await expect(ask({ source: 'caja' })).rejects.toThrow('there is no source caja; did you mean cajas?');
  await add({ url: 'http://127.0.0.1:1/{store}/{date}?p={page}', stores: ['T9'] });
  await expect(ask()).rejects.toThrow('the source cajas names the store T9, which is not in ubicaciones');
});
