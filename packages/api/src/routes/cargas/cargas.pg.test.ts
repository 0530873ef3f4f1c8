import { CargasResponse, CalendarioResponse, RechazosResponse } from '@fluxion/contract';
import { FluxionError } from '@fluxion/engine/base';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MissingUnit } from '../../http/server-types.ts';
import { bodyOf, refusedFields } from '../../testing/answers.ts';
import { openTestChain, type TestChain } from '../../testing/test-chain.ts';

let chain: TestChain;
let token: string;
let queued: readonly MissingUnit[];
let queueFails = false;

beforeAll(async () => {
  chain = await openTestChain({
    queueLoads: async (units) => {
      if (queueFails) throw new FluxionError('SCHEDULE_UNAVAILABLE', 'no queue');
      queued = units;
      return { encoladas: units.length, en_cola: 0, sin_origen: 0 };
    },
  });
  token = await chain.tokenOf('gerente_general');
  await chain.sell([
    { store: 'T1', day: '2024-03-01' },
    { store: 'T1', day: '2024-03-03' },
    { store: 'T2', day: '2024-03-02' },
  ]);
  await chain.pool.query(`
    INSERT INTO entregas (id, fuente, origen, nombre, filas_leidas, filas_cargadas, filas_rechazadas, resultado, terminada)
      VALUES (7, 'ventas', 'archivo', 'dia.csv', 3, 1, 2, 'con_rechazos', now());
    INSERT INTO rechazos (entrega_id, numero, linea, columna, valor, razon, texto, ubicacion_id, fecha) VALUES
      (7, 1, 2, 'cantidad', 'x', 'is not a number', 'T1;x', 'T1', '2024-03-03'), (7, 2, 4, NULL, NULL, 'has 1 field', 'zzz', NULL, NULL);
    INSERT INTO cargas (fuente, ubicacion_id, fecha, entrega_id, archivo, filas_leidas, filas_cargadas, filas_rechazadas, resultado, iniciada, terminada) VALUES
      ('ventas', 'T1', '2024-03-03', 7, 'dia.csv', 3, 1, 2, 'con_rechazos', '2024-03-04 08:00:00.123456Z', '2024-03-04 08:00:01Z'),
      ('ventas', 'T2', '2024-03-02', NULL, 'otro.csv', 1, 1, 0, 'cargada', '2024-03-04 08:00:00.123457Z', '2024-03-04 08:00:01Z');
    INSERT INTO cargas (fuente, ubicacion_id, fecha, resultado, mensaje, iniciada, terminada, intento, intento_mensaje)
      VALUES ('ventas', 'T2', '2024-03-03', 'fallida', 'no answer', '2024-03-04 09:00Z', '2024-03-04 09:00Z', '2024-03-04 09:00Z', 'no answer')`);
});
afterAll(() => chain.close());
beforeEach(() => {
  queued = [];
  queueFails = false;
});

function recover(payload: object, bearer = token): Promise<LightMyRequestResponse> {
  const headers = { authorization: `Bearer ${bearer}` };
  return chain.server.inject({ method: 'POST', url: '/cargas/recuperar', payload, headers });
}

/** The rows of an answer as NDJSON. */
async function linesOf(path: string): Promise<unknown[]> {
  const answer = await chain.get(path, token);
  return answer.body
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

describe('GET /cargas', () => {
  const page = async (query: string) => bodyOf(CargasResponse, await chain.get(`/cargas?${query}`, token));

  it('lists the ledger, the last first, page after page', async () => {
    const first = await page('limite=2');
    expect(first.datos.map(({ ubicacion_id, fecha }) => [ubicacion_id, fecha])).toEqual([
      ['T2', '2024-03-03'],
      ['T2', '2024-03-02'],
    ]);
    const second = await page(`limite=2&cursor=${first.siguiente}`);
    expect(second).toMatchObject({
      siguiente: null,
      datos: [{ ubicacion_id: 'T1', filas_rechazadas: 2, entrega_id: '7' }],
    });
  });

  it('filters by feed, outcome, store and date', async () => {
    const storesOf = async (query: string) => (await page(query)).datos.map(({ ubicacion_id }) => ubicacion_id);
    expect(await storesOf('resultado=fallida')).toEqual(['T2']);
    expect(await storesOf('fuente=facturas')).toEqual([]);
    expect(await storesOf('ubicacion_id=T1')).toEqual(['T1']);
    expect(await storesOf('fecha_inicio=2024-03-03&fecha_fin=2024-03-03')).toEqual(['T2', 'T1']);
  });

  it('comes whole as a file', async () => {
    const lines = await linesOf('/cargas?limite=1&formato=ndjson&ubicacion_id=T2');
    expect(lines).toMatchObject([
      { ubicacion_id: 'T2', fecha: '2024-03-03', resultado: 'fallida', intento: '2024-03-04T09:00:00Z' },
      { ubicacion_id: 'T2', fecha: '2024-03-02', filas_leidas: 1, entrega_id: null },
    ]);
  });

  it('refuses what it does not know', async () => {
    expect(refusedFields(await chain.get('/cargas?resultado=bien', token))).toEqual(['resultado']);
    expect(refusedFields(await chain.get('/cargas?fecha_inicio=2024-03-03&fecha_fin=2024-03-01', token))).toEqual([
      'fecha_inicio',
    ]);
    const cursor = Buffer.from(JSON.stringify(['2024-03-99T00:00:00Z', '1'])).toString('base64url');
    expect(refusedFields(await chain.get(`/cargas?cursor=${cursor}`, token))).toEqual(['cursor']);
  });
});

describe('GET /cargas/rechazos', () => {
  it('lists the lines of a delivery as they stood, page after page', async () => {
    const first = bodyOf(RechazosResponse, await chain.get('/cargas/rechazos?entrega_id=7&limite=1', token));
    expect(first.datos).toMatchObject([
      { archivo: 'dia.csv', linea: '2', columna: 'cantidad', valor: 'x', texto: 'T1;x' },
    ]);
    const next = await chain.get(`/cargas/rechazos?entrega_id=7&limite=1&cursor=${first.siguiente}`, token);
    expect(bodyOf(RechazosResponse, next)).toMatchObject({
      siguiente: null,
      datos: [{ linea: '4', ubicacion_id: null }],
    });
  });

  it('comes whole as a file', async () => {
    const lines = await linesOf('/cargas/rechazos?limite=1&formato=ndjson');
    expect(lines).toMatchObject([
      { linea: '2', columna: 'cantidad', fecha: '2024-03-03' },
      { linea: '4', fecha: null },
    ]);
  });
});

describe('GET /cargas/calendario', () => {
  it('shows each store’s days, and whether the schedule runs', async () => {
    const answer = await chain.get('/cargas/calendario?fecha_inicio=2024-03-01&fecha_fin=2024-03-03', token);
    const { tiendas, planificador } = bodyOf(CalendarioResponse, answer);
    const states = tiendas.map(({ ubicacion_id, huecos, dias }) => [
      ubicacion_id,
      huecos,
      ...dias.map(({ estado }) => estado),
    ]);
    expect(states).toEqual([
      ['T1', 1, 'cargada', 'falta', 'cargada'],
      ['T2', 1, 'sin_historia', 'cargada', 'fallida'],
    ]);
    expect(tiendas[0]?.dias[2]).toMatchObject({ lineas: 1, rechazadas: 2, fallo: null });
    expect(tiendas[1]?.dias[2]).toMatchObject({ fallo: { momento: '2024-03-04T09:00:00Z', mensaje: 'no answer' } });
    expect(planificador).toEqual({ ultima_vuelta: null, al_dia: false, pendientes: 0, mensaje: null });
  });

  it('comes as a file of store-days', async () => {
    const lines = await linesOf('/cargas/calendario?fecha_inicio=2024-03-02&fecha_fin=2024-03-03&formato=ndjson');
    expect(lines).toMatchObject([
      { ubicacion_id: 'T1', codigo: '01', fecha: '2024-03-02', estado: 'falta' },
      { ubicacion_id: 'T1', fecha: '2024-03-03', lineas: 1, rechazadas: 2, fallo_momento: null },
      { ubicacion_id: 'T2', fecha: '2024-03-02', estado: 'cargada', habitual: null },
      { ubicacion_id: 'T2', fecha: '2024-03-03', fallo_momento: '2024-03-04T09:00:00Z', fallo_mensaje: 'no answer' },
    ]);
  });

  it('says so when the schedule has just run, and when its last turn failed', async () => {
    await chain.pool.query(
      'UPDATE fluxion.planificador SET ultima_vuelta = now(), ultimo_exito = now(), pendientes = 3',
    );
    const state = async () => bodyOf(CalendarioResponse, await chain.get('/cargas/calendario', token)).planificador;
    expect(await state()).toMatchObject({ al_dia: true, pendientes: 3 });
    await chain.pool.query(`UPDATE fluxion.planificador SET mensaje = 'the disk is full'`);
    expect(await state()).toMatchObject({ al_dia: false, mensaje: 'the disk is full' });
    await chain.pool.query(`UPDATE fluxion.planificador SET mensaje = NULL, ultimo_exito = now() - interval '1 hour'`);
    expect(await state()).toMatchObject({ al_dia: false });
  });

  it.each([
    'fecha_inicio=2024-03-03&fecha_fin=2024-03-01',
    'fecha_inicio=2023-01-01&fecha_fin=2024-03-01',
    'fecha_inicio=2020-01-01',
  ])('refuses the range %s', async (range) => {
    expect(refusedFields(await chain.get(`/cargas/calendario?${range}`, token))).toEqual(['fecha_inicio']);
  });
});

describe('POST /cargas/recuperar', () => {
  const range = { fecha_inicio: '2024-03-01', fecha_fin: '2024-03-03' };

  it('queues the gaps of the range, and no day that has its sales', async () => {
    const answer = await recover(range);
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toEqual({ encoladas: 2, en_cola: 0, sin_origen: 0 });
    expect(queued).toEqual([
      { ubicacion_id: 'T1', fecha: '2024-03-02', lineas: 0 },
      { ubicacion_id: 'T2', fecha: '2024-03-03', lineas: 0 },
    ]);
  });

  it('is written to the audit log', async () => {
    await recover({ ...range, ubicacion_id: ['T1'] });
    const { rows } = await chain.pool.query('SELECT accion, detalle FROM fluxion.auditoria ORDER BY id DESC LIMIT 1');
    expect(rows).toMatchObject([
      { accion: 'recuperar_cargas', detalle: { ...range, ubicacion_id: ['T1'], encoladas: 1 } },
    ]);
  });

  it('is for planners and above, and for their own stores', async () => {
    for (const role of ['visualizador', 'gerente_tienda'] as const) {
      const answer = await recover(range, await chain.tokenOf(role, ['T1']));
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ codigo: 'FORBIDDEN' });
    }
    expect(queued).toEqual([]);
    const planner = await chain.tokenOf('gestor_abastecimiento', ['T1']);
    expect((await recover(range, planner)).statusCode).toBe(202);
    expect(queued).toEqual([{ ubicacion_id: 'T1', fecha: '2024-03-02', lineas: 0 }]);
    expect(refusedFields(await recover({ ...range, ubicacion_id: ['T2'] }, planner))).toEqual(['ubicacion_id']);
  });

  it('says so where there is no queue', async () => {
    queueFails = true;
    const answer = await recover(range);
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ codigo: 'SCHEDULE_UNAVAILABLE' });
    expect(answer.headers['retry-after']).toBe('60');
  });

  it('refuses a body without a range', async () => {
    expect(refusedFields(await recover({ fecha_fin: '2024-03-03' }))).toEqual(['fecha_inicio']);
  });
});
