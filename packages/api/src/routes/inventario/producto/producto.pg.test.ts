import type { Problem } from '@fluxion/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestChain, type TestChain } from '../../../testing/test-chain.ts';

let chain: TestChain;
let ofT1: string;
let everything: string;

beforeAll(async () => {
  chain = await openTestChain({ mirrored: true });
  await chain.pool.query(`
    INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad) VALUES ('T1', 'P1', 4.5), ('T2', 'P1', 40);
    INSERT INTO movimientos_inventario (id, ubicacion_id, fecha, fecha_hora, producto_id, tipo_movimiento, cantidad, stock_anterior, stock_nuevo) VALUES
      ('M1', 'T1', '2024-04-30', '2024-04-30 12:00Z', 'P1', 'salida', 1, 5.5, 4.5),
      ('M2', 'T2', '2024-05-02', '2024-05-02 12:00Z', 'P1', 'entrada', 30, 10, 40);
    INSERT INTO productos_abc_v2_historico (codigo_producto, ubicacion_id, fecha_calculo, clasificacion_abc_valor, clasificacion_xyz, matriz, ranking_valor, valor_consumo_total) VALUES
      ('100', 'T1', '2024-04-01', 'B', 'Y', 'BY', 7, 123.4), ('100', 'T1', '2024-05-01', 'A', 'X', 'AX', 1, 9999.9999),
      ('100', 'T2', '2024-05-01', 'C', NULL, NULL, NULL, NULL), ('101', 'T1', '2024-05-01', 'C', 'Z', 'CZ', 9, 1)`);
  await chain.sell([
    { store: 'T1', day: '2024-05-01', product: 'P1', quantity: '2', amount: '20' },
    { store: 'T2', day: '2024-05-02', product: 'P1', quantity: '3', amount: '30' },
  ]);
  ofT1 = await chain.tokenOf('gerente_tienda', ['T1']);
  everything = await chain.tokenOf('gerente_general');
});
afterAll(() => chain.close());

interface Series {
  readonly fecha_inicio: string;
  readonly fecha_fin: string;
  readonly dias: number;
  readonly datos: readonly object[];
}

async function series(query: string, token: string): Promise<Series> {
  const answer = await chain.get(`/productos/P1/serie${query}`, token);
  expect([answer.statusCode, answer.headers['x-fluxion-engine']]).toEqual([200, 'mirror']);
  return answer.json();
}

async function problem(path: string, token = everything): Promise<Problem> {
  return (await chain.get(path, token)).json();
}

describe('GET /productos/:id/serie', () => {
  it("has the 90 days that end with the stores' last day of sales", async () => {
    const { datos, ...range } = await series('', ofT1);
    expect(range).toEqual({ fecha_inicio: '2024-02-02', fecha_fin: '2024-05-01', dias: 90 });
    expect(datos).toHaveLength(90);
    expect(datos.at(-1)).toEqual({
      ...{ fecha: '2024-05-01', ubicacion_id: null, existencia: '4.5', tiendas: 1 },
      ...{ unidades: '2', venta_total: '20.00', lineas: 1 },
    });
    expect(datos.at(-3)).toMatchObject({ fecha: '2024-04-29', existencia: '5.5', unidades: '0', lineas: 0 });
  });

  it('sums the stores, or tells each', async () => {
    const range = 'fecha_inicio=2024-05-01&fecha_fin=2024-05-02';
    expect((await series(`?${range}`, everything)).datos).toMatchObject([
      { fecha: '2024-05-01', existencia: '14.5', tiendas: 2, unidades: '2' },
      { fecha: '2024-05-02', existencia: '44.5', tiendas: 2, unidades: '3' },
    ]);
    expect((await series(`?${range}&por=tienda`, everything)).datos).toMatchObject([
      { fecha: '2024-05-01', ubicacion_id: 'T1', existencia: '4.5', unidades: '2' },
      { fecha: '2024-05-01', ubicacion_id: 'T2', existencia: '10', unidades: '0' },
      { fecha: '2024-05-02', ubicacion_id: 'T1', existencia: '4.5', unidades: '0' },
      { fecha: '2024-05-02', ubicacion_id: 'T2', existencia: '40', unidades: '3' },
    ]);
    const own = await series(`?${range}&por=tienda`, ofT1);
    expect(JSON.stringify(own)).not.toContain('T2');
  });

  it('comes as a file', async () => {
    const answer = await chain.get('/productos/P1/serie?fecha_inicio=2024-05-01&formato=csv', ofT1);
    expect(answer.body.split('\r\n').slice(0, 2)).toEqual([
      'fecha,ubicacion_id,existencia,tiendas,unidades,venta_total,lineas',
      '2024-05-01,,4.5,1,2,20.00,1',
    ]);
    expect(answer.headers['content-disposition']).toContain('productos-serie_2024-05-01.csv');
  });

  it('is not sent again while nothing of it has changed', async () => {
    const url = '/productos/P1/serie?fecha_fin=2024-05-01';
    const { etag } = (await chain.get(url, ofT1)).headers;
    const headers = { authorization: `Bearer ${ofT1}`, 'if-none-match': String(etag) };
    expect((await chain.server.inject({ url, headers })).statusCode).toBe(304);
  });

  it('is of a product that is there, and of days that can be asked about', async () => {
    expect(await problem('/productos/P9/serie')).toMatchObject({ codigo: 'NOT_FOUND' });
    const faults = async (query: string) =>
      (await problem(`/productos/P1/serie?${query}`)).campos?.map(({ campo }) => campo);
    expect(await faults('fecha_inicio=2024-05-03')).toEqual(['fecha_inicio']);
    expect(await faults('fecha_inicio=2024-05-03&fecha_fin=2024-05-02')).toEqual(['fecha_inicio']);
    expect(await faults('fecha_inicio=2020-05-03')).toEqual(['fecha_inicio']);
    expect(await faults('fecha_fin=1899-12-31')).toEqual(['fecha_fin']);
    expect(await faults('ubicacion_id=T9')).toEqual(['ubicacion_id']);
  });
});

describe('GET /productos/:id/clases', () => {
  const places = (rows: readonly { fecha_calculo: string; ubicacion_id: string; matriz: string | null }[]) =>
    rows.map(({ fecha_calculo, ubicacion_id, matriz }) => `${fecha_calculo} ${ubicacion_id} ${matriz}`);

  it('has what was calculated for the product, the last first, in the stores of the caller', async () => {
    const { datos } = (await chain.get('/productos/P1/clases', everything)).json();
    expect(places(datos)).toEqual(['2024-05-01 T1 AX', '2024-05-01 T2 null', '2024-04-01 T1 BY']);
    expect(datos[0]).toMatchObject({
      valor_consumo_total: '9999.9999',
      ranking_valor: 1,
      clasificacion_abc_valor: 'A',
    });
    const own = (await chain.get('/productos/P1/clases?fecha_fin=2024-05-01', ofT1)).json();
    expect(places(own.datos)).toEqual(['2024-05-01 T1 AX', '2024-04-01 T1 BY']);
    const early = (await chain.get('/productos/P1/clases?fecha_fin=2024-04-30', ofT1)).json();
    expect(places(early.datos)).toEqual(['2024-04-01 T1 BY']);
  });

  it('comes a page at a time, and whole as a file', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: { datos: Parameters<typeof places>[0]; siguiente: string | null } = (
        await chain.get(`/productos/P1/clases?limite=1${from}`, everything)
      ).json();
      seen.push(...places(page.datos));
      cursor = page.siguiente;
    }
    expect(seen).toEqual(['2024-05-01 T1 AX', '2024-05-01 T2 null', '2024-04-01 T1 BY']);
    const csv = await chain.get('/productos/P1/clases?formato=csv', everything);
    expect(csv.body.trimEnd().split('\r\n')).toHaveLength(4);
  });

  it('is of a product that is there', async () => {
    expect(await problem('/productos/P9/clases')).toMatchObject({ codigo: 'NOT_FOUND' });
    expect((await chain.get('/productos/P3/clases', everything)).json()).toEqual({ datos: [], siguiente: null });
  });
});
