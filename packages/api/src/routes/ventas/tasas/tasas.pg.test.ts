import { endpoints, TasasResponse } from '@fluxion/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bodyOf } from '../../../testing/answers.ts';
import { openTestChain, type TestChain } from '../../../testing/test-chain.ts';

let chain: TestChain;
let manager: string;
let ofT1: string;

beforeAll(async () => {
  chain = await openTestChain({ mirrored: true });
  manager = await chain.tokenOf('gerente_general');
  ofT1 = await chain.tokenOf('gestor_abastecimiento', ['T1']);
  await chain.sell([
    { store: 'T1', day: '2024-03-01', receipt: 'A1', product: 'P1', amount: '73' },
    { store: 'T1', day: '2024-03-02', receipt: 'A1', product: 'P1', amount: '10' },
    { store: 'T2', day: '2024-03-01', receipt: 'B1', product: 'P3', amount: '36.5' },
    { store: 'T2', day: '2024-02-20', receipt: 'B1', product: 'P3', amount: '36.5' },
  ]);
});
afterAll(() => chain.close());
beforeEach(() => chain.pool.query('TRUNCATE tasas_cambio'));

function send(method: 'PUT' | 'DELETE', day: string, body?: object, token = manager): Promise<LightMyRequestResponse> {
  const headers = { authorization: `Bearer ${token}` };
  return chain.server.inject({ method, url: `/tasas/${day}`, headers, ...(body && { payload: body }) });
}

const set = (day: string, bs_por_usd: string) => send('PUT', day, { bs_por_usd });

async function rates(query = ''): Promise<readonly string[]> {
  const { datos } = bodyOf(TasasResponse, await chain.get(`/tasas?${query}`, ofT1));
  return datos.map(({ fecha, bs_por_usd, fuente }) => `${fecha} ${bs_por_usd} ${fuente}`);
}

describe('rates of exchange', () => {
  it('are set by who manages the whole chain, for everybody, and taken back', async () => {
    const answer = await set('2024-03-01', '36.5');
    expect(bodyOf(endpoints.fijarTasa.answers[200], answer)).toEqual({
      fecha: '2024-03-01',
      bs_por_usd: '36.50',
      fuente: 'manual',
    });
    await set('2024-03-01', '36.512345');
    expect(await rates()).toEqual(['2024-03-01 36.512345 manual']);
    expect((await send('DELETE', '2024-03-01')).statusCode).toBe(204);
    expect((await send('DELETE', '2024-03-01')).statusCode).toBe(404);
    expect(await rates()).toEqual([]);
    for (const method of ['PUT', 'DELETE'] as const) {
      expect((await send(method, '2024-03-01', { bs_por_usd: '1' }, ofT1)).statusCode).toBe(403);
    }
    const { rows } = await chain.pool.query(
      `SELECT objeto, detalle ->> 'hecho' AS hecho FROM fluxion.auditoria WHERE accion = 'tasa'`,
    );
    expect(rows).toEqual(['fijada', 'fijada', 'quitada'].map((hecho) => ({ objeto: '2024-03-01', hecho })));
  });

  it.each(['0', '0.000', '-1', '1e3', '36,5', '1.1234567', '1234567890123', ''])('are not %j', async (rate) => {
    expect((await set('2024-03-01', rate)).json()).toMatchObject({
      codigo: 'INVALID_REQUEST',
      campos: [{ campo: 'bs_por_usd' }],
    });
  });

  it('are of days that there are', async () => {
    expect((await set('2024-02-30', '1')).json()).toMatchObject({
      codigo: 'INVALID_REQUEST',
      campos: [{ campo: 'fecha' }],
    });
  });

  it('are told for a range from the one on that holds when it begins', async () => {
    for (const day of ['2024-01-05', '2024-02-05', '2024-03-05']) await set(day, '2');
    const days = async (query: string) => (await rates(query)).map((rate) => rate.slice(0, 10));
    expect(await days('')).toEqual(['2024-01-05', '2024-02-05', '2024-03-05']);
    expect(await days('fecha_inicio=2024-02-06')).toEqual(['2024-02-05', '2024-03-05']);
    expect(await days('fecha_inicio=2024-02-05&fecha_fin=2024-03-04')).toEqual(['2024-02-05']);
    expect(await days('fecha_inicio=2023-01-01&fecha_fin=2024-01-31')).toEqual(['2024-01-05']);
  });
});

describe('amounts in dollars', () => {
  const march = 'fecha_inicio=2024-03-01&fecha_fin=2024-03-02';
  const total = async (query: string, token = manager) => {
    const { datos } = bodyOf(
      endpoints.verSerieVentas.answers[200],
      await chain.get(`/ventas/serie?${march}&${query}`, token),
    );
    return datos.map(({ fecha, venta_total, ticket_promedio }) => [fecha, venta_total, ticket_promedio]);
  };

  it('are new as soon as a rate is', async () => {
    await set('2024-02-29', '36.5');
    await set('2024-03-02', '3');
    const inDollars = [
      ['2024-03-01', '3.00', '1.50'],
      ['2024-03-02', '3.333333', '3.33'],
    ];
    expect(await total('moneda=USD')).toEqual(inDollars);
    expect(await total('moneda=USD&ubicacion_id=T2')).toEqual([['2024-03-01', '1.00', '1.00']]);
    expect(await total('moneda=VES')).toEqual([
      ['2024-03-01', '109.50', '54.75'],
      ['2024-03-02', '10.00', '10.00'],
    ]);
    await set('2024-03-02', '4');
    expect(await total('moneda=USD')).toEqual([inDollars[0], ['2024-03-02', '2.50', '2.50']]);
    await chain.mirror?.sync();
    expect(await total('moneda=USD')).toEqual([inDollars[0], ['2024-03-02', '2.50', '2.50']]);
  });

  it('come in files as on the page', async () => {
    await set('2024-02-29', '3');
    const url = `/ventas/por/tienda-dia?${march}&moneda=USD`;
    const { datos } = bodyOf(endpoints.verVentasPorTiendaYDia.answers[200], await chain.get(url, manager));
    expect(datos.map(({ ubicacion_id, fecha, venta_total }) => [ubicacion_id, fecha, venta_total])).toEqual([
      ['T1', '2024-03-01', '24.333333'],
      ['T1', '2024-03-02', '3.333333'],
      ['T2', '2024-03-01', '12.166667'],
    ]);
    for (const formato of ['parquet', 'arrow', 'xlsx']) {
      expect((await chain.get(`${url}&formato=${formato}`, manager)).statusCode).toBe(200);
    }
    const csv = await chain.get(`${url}&formato=csv`, manager);
    expect(csv.body).toContain('T1,2024-03-01,24.333333');
  });

  it('are told as SQL that gives the same by itself, in each engine', async () => {
    await set('2024-02-29', '36.5');
    for (const path of ['/ventas/por/producto', '/ventas/por/hora', '/ventas/comparacion', '/productos/abc-xyz']) {
      const { body: sql } = await chain.get(`${path}?${march}&moneda=USD&formato=sql`, manager);
      const { rows } = await chain.pool.query<Record<string, unknown>>(sql);
      const asked = await chain.server.inject({
        method: 'POST',
        url: '/consulta',
        headers: { authorization: `Bearer ${manager}` },
        payload: { sql },
      });
      expect([path, asked.statusCode]).toEqual([path, 200]);
      expect([path, asked.json<{ filas: unknown[] }>().filas.length]).toEqual([path, rows.length]);
      expect(rows.length).toBeGreaterThan(0);
    }
  });

  it('are refused where no rate is known, neither the day’s nor an earlier one', async () => {
    await set('2024-03-01', '36.5');
    expect((await chain.get(`/ventas/serie?${march}&moneda=USD`, manager)).statusCode).toBe(200);
    const before = await chain.get(`/ventas/serie?fecha_inicio=2024-02-01&fecha_fin=2024-03-02&moneda=USD`, manager);
    expect(before.json()).toMatchObject({
      codigo: 'NO_EXCHANGE_RATE',
      status: 422,
      detail:
        'Hay ventas de días sin tasa de cambio, ni propia ni anterior: fije una de una fecha anterior en /tasas, o pida bolívares.',
    });
    // T1 has not sold anything by then.
    expect((await chain.get(`/ventas/serie?fecha_inicio=2024-02-01&moneda=USD`, ofT1)).statusCode).toBe(200);
  });

  const analyses = Object.values(endpoints).filter(
    (endpoint) => 'query' in endpoint && 'moneda' in endpoint.query.properties,
  );
  it.each(analyses.map(({ path }) => path))('are answered by %s', async (path) => {
    await set('2024-01-01', '36.5');
    const inDollars = await chain.get(`${path}?${march}&moneda=USD`, manager);
    const inBolivares = await chain.get(`${path}?${march}`, manager);
    expect([inDollars.statusCode, inBolivares.statusCode]).toEqual([200, 200]);
    if (path.includes('perdidas')) return;
    expect(inDollars.json<{ datos: unknown[] }>().datos).not.toEqual(inBolivares.json<{ datos: unknown[] }>().datos);
  });

  it('are asked for of each analysis of sales and of classes', () => {
    expect(analyses.map(({ path }) => path).filter((path) => path.startsWith('/ventas/'))).toHaveLength(
      Object.values(endpoints).filter(({ path }) => path.startsWith('/ventas/')).length,
    );
    expect(analyses.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/productos/abc-xyz', '/productos/abc-xyz/matriz']),
    );
  });
});
