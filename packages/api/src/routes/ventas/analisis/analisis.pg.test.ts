import { endpoints, type AnswerOf, type Endpoint } from '@fluxion/contract';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, refusedFields } from '../../../testing/answers.ts';
import { openTestChain, type TestChain } from '../../../testing/test-chain.ts';

let chain: TestChain;
let token: string;

/** T1 sells on two Mondays a week apart, and on the Monday 364 days before the second; T2 and the closed T3 once. */
const salesSql = `
  SELECT fluxion.ensure_partitions('2023-01-01', '2023-12-31');
  INSERT INTO ventas_raw (ubicacion_id, fecha, fecha_hora, numero_factura, producto_id, cantidad, costo_unitario, monto_total) VALUES
    ('T1', '2024-03-11', '2024-03-11 13:30+00', 'F1', 'P1', 2, 3, 10), ('T1', '2024-03-11', '2024-03-11 13:40+00', 'F1', 'P2', 1, 1.5, 2.5),
    ('T1', '2024-03-11', NULL, 'F2', 'P2', -1, 1.5, -2.5), ('T2', '2024-03-11', '2024-03-12 02:59+00', 'F1', 'P3', 1, NULL, 4),
    ('T1', '2024-03-04', NULL, 'F1', 'P1', 1, 3, 8), ('T1', '2023-03-13', NULL, 'F1', 'P1', 4, 3, 20), ('T3', '2024-01-02', NULL, 'F1', 'P4', 1, 1, 1)`;

beforeAll(async () => {
  chain = await openTestChain({ mirrored: true });
  token = await chain.tokenOf('gerente_general');
});

afterAll(() => chain.close());

async function ask<E extends Endpoint>(endpoint: E, query = ''): Promise<AnswerOf<E>> {
  return bodyOf(
    endpoint.answers[200] ?? Type.Never(),
    await chain.get(`${endpoint.path}?${query}`, token),
  ) as AnswerOf<E>;
}

const analyses = Object.values(endpoints).filter(
  ({ path }) => /^\/ventas\/./.test(path) || path.startsWith('/productos/abc-xyz'),
);
const week = 'fecha_inicio=2024-03-11&fecha_fin=2024-03-17';

describe('analyses of a chain without sales', () => {
  it.each(analyses.map((endpoint) => [endpoint.path, endpoint] as const))(
    '%s has no rows and no range',
    async (_, of) => {
      expect(await ask(of)).toMatchObject({ rango: { fecha_inicio: null, fecha_fin: null }, datos: [] });
    },
  );

  it('have the range that they are asked about', async () => {
    expect(await ask(endpoints.verSerieVentas, week)).toEqual({
      rango: { fecha_inicio: '2024-03-11', fecha_fin: '2024-03-17' },
      datos: [],
    });
    const { rango } = await ask(endpoints.verSerieVentas, 'fecha_inicio=2024-03-11');
    expect(rango).toEqual({ fecha_inicio: '2024-03-11', fecha_fin: '2024-03-11' });
  });
});

describe('analyses', () => {
  beforeAll(async () => {
    await chain.pool.query(salesSql);
  });

  it('take the 30 days that end with the last day of the stores’ sales, if none are named', async () => {
    expect((await ask(endpoints.verSerieVentas)).rango).toEqual({
      fecha_inicio: '2024-02-11',
      fecha_fin: '2024-03-11',
    });
    const ofOne = await ask(endpoints.verSerieVentas, 'ubicacion_id=T3');
    expect(ofOne).toMatchObject({
      rango: { fecha_inicio: '2023-12-04', fecha_fin: '2024-01-02' },
      datos: [{ fecha: '2024-01-02' }],
    });
    const { rango } = await ask(endpoints.verSerieVentas, 'fecha_fin=2024-02-29');
    expect(rango).toEqual({ fecha_inicio: '2024-01-31', fecha_fin: '2024-02-29' });
    const later = await ask(endpoints.verSerieVentas, 'fecha_inicio=2024-06-01');
    expect(later).toEqual({ rango: { fecha_inicio: '2024-06-01', fecha_fin: '2024-06-01' }, datos: [] });
  });

  it('say of a range, the one before it and the one a year before what was sold', async () => {
    const { datos } = await ask(endpoints.resumirVentas, week);
    expect(datos).toEqual([
      {
        periodo: 'actual',
        fecha_inicio: '2024-03-11',
        fecha_fin: '2024-03-17',
        venta_total: '14.00',
        unidades: '3',
        lineas: 4,
        lineas_devueltas: 1,
        venta_con_costo: '10.00',
        costo: '6.00',
        margen: '4.00',
        margen_porcentaje: '40.00',
        facturas: 3,
        ticket_promedio: '4.67',
        cambio: null,
      },
      expect.objectContaining({
        periodo: 'anterior',
        fecha_inicio: '2024-03-04',
        fecha_fin: '2024-03-10',
        venta_total: '8.00',
        cambio: '75.00',
      }),
      expect.objectContaining({
        periodo: 'anio_anterior',
        fecha_inicio: '2023-03-13',
        fecha_fin: '2023-03-19',
        venta_total: '20.00',
        cambio: '-30.00',
      }),
    ]);
  });

  it.each([
    ['dia', ['2024-01-02', '2024-03-04', '2024-03-11']],
    ['semana', ['2024-01-01', '2024-03-04', '2024-03-11']],
    ['mes', ['2024-01-01', '2024-03-01']],
  ])('come as a series by %s', async (por, dates) => {
    const { datos } = await ask(endpoints.verSerieVentas, `por=${por}&fecha_inicio=2024-01-01`);
    expect(datos.map(({ fecha }) => fecha)).toEqual(dates);
  });

  it('come by store, category and hour', async () => {
    expect((await ask(endpoints.verVentasPorTienda, week)).datos).toMatchObject([
      { ubicacion_id: 'T1', nombre: 'Centro', venta_total: '10.00', facturas: 2, porcentaje: '71.43' },
      { ubicacion_id: 'T2', nombre: 'Este', venta_total: '4.00', facturas: 1, porcentaje: '28.57' },
    ]);
    expect((await ask(endpoints.verVentasPorCategoria, week)).datos).toMatchObject([
      { categoria: 'Víveres', venta_total: '10.00', margen: '4.00' },
      { categoria: 'Limpieza', venta_total: '4.00', margen_porcentaje: null },
    ]);
    expect((await ask(endpoints.verVentasPorHora, week)).datos).toMatchObject([
      { dia_semana: 1, hora: 9, lineas: 2 },
      { dia_semana: 1, hora: 22, lineas: 1 },
      { dia_semana: 1, hora: null, lineas: 1 },
    ]);
  });

  it('rank products, the best or the worst first, a page at a time', async () => {
    const idsOf = async (query: string) => {
      const { datos, siguiente } = await ask(endpoints.verVentasPorProducto, `${week}&${query}`);
      return [datos.map(({ producto_id }) => producto_id), siguiente];
    };
    expect(await idsOf('')).toEqual([['P1', 'P3', 'P2'], null]);
    expect(await idsOf('primero=peores')).toEqual([['P2', 'P3', 'P1'], null]);
    expect(await idsOf('orden=lineas&limite=2')).toEqual([['P2', 'P1'], 2]);
    expect(await idsOf('orden=lineas&limite=2&desplazamiento=2')).toEqual([['P3'], null]);
    expect(await idsOf('limite=3')).toEqual([['P1', 'P3', 'P2'], null]);
    const file = await chain.get(`/ventas/por/producto?${week}&limite=1&formato=ndjson`, token);
    expect(file.body.trim().split('\n')).toHaveLength(3);
  });

  it('compare periods side by side in flat rows', async () => {
    const answer = await ask(endpoints.compararVentasPorDia, week);
    expect(answer).toMatchObject({
      rango_anterior: { fecha_inicio: '2024-03-04', fecha_fin: '2024-03-10' },
      rango_anio_anterior: { fecha_inicio: '2023-03-13', fecha_fin: '2023-03-19' },
    });
    expect(answer.datos).toHaveLength(1);
    const figures = {
      venta_total: '14.00',
      venta_total_anterior: '8.00',
      venta_total_anio_anterior: '20.00',
      facturas_anterior: 1,
      unidades_anio_anterior: '4',
      cambio_anterior: '75.00',
      cambio_anio_anterior: '-30.00',
    };
    expect(answer.datos[0]).toMatchObject({ fecha: '2024-03-11', ...figures });
    expect((await ask(endpoints.compararVentas, week)).datos).toMatchObject([figures]);
    expect((await ask(endpoints.compararVentasPorTienda, week)).datos).toMatchObject([
      { ubicacion_id: 'T1', venta_total: '10.00', cambio_anterior: '25.00' },
      { ubicacion_id: 'T2', venta_total: '4.00', venta_total_anterior: '0.00', cambio_anterior: null },
    ]);
    expect((await ask(endpoints.compararVentasPorCategoria, week)).datos).toMatchObject([
      { categoria: 'Víveres', lineas_anterior: 1 },
      { categoria: 'Limpieza', lineas_anterior: 0 },
    ]);
  });

  it('classify products and show by what arithmetic', async () => {
    const march = 'fecha_inicio=2024-03-01&fecha_fin=2024-03-17&semanas=2';
    const { datos, rango_semanas } = await ask(endpoints.clasificarProductos, march);
    expect(rango_semanas).toEqual({ fecha_inicio: '2024-03-04', fecha_fin: '2024-03-17' });
    expect(datos.map(({ producto_id, abc, xyz }) => [producto_id, abc, xyz])).toEqual([
      ['P1', 'A', 'X'],
      ['P3', 'B', null],
      ['P2', 'C', null],
    ]);
    expect(datos[0]).toEqual({
      ranking: 1,
      producto_id: 'P1',
      codigo: '100',
      descripcion: 'Café Ñandú 500 g',
      categoria: 'Víveres',
      abc: 'A',
      xyz: 'X',
      unidades: '3',
      valor: '18.00',
      acumulado: '18.00',
      total: '22.00',
      porcentaje: '81.8182',
      porcentaje_acumulado: '81.8182',
      semanas: 2,
      semanas_con_venta: 2,
      suma: '3',
      suma_cuadrados: '5',
      media_semanal: '1.5000',
      desviacion: '0.5000',
      coeficiente_variacion: '0.3333',
    });
    const cell = async (query: string) =>
      (await ask(endpoints.clasificarProductos, `${march}&${query}`)).datos.map(({ producto_id }) => producto_id);
    expect(await cell('abc=A&xyz=X')).toEqual(['P1']);
    expect(await cell('xyz=ninguna')).toEqual(['P3', 'P2']);
    expect(await cell('xyz=Z')).toEqual([]);
    expect(await cell('mostrar_producto_id=P2&mostrar_producto_id=P9')).toEqual(['P2']);
    const matrix = await ask(endpoints.verMatrizAbcXyz, march);
    expect(matrix.datos).toHaveLength(12);
    expect(matrix.datos[0]).toMatchObject({
      abc: 'A',
      xyz: 'X',
      productos: 1,
      productos_porcentaje: '33.33',
      valor: '18.00',
    });
  });

  it('estimate what stockouts cost', async () => {
    await chain.pool.query(`
      SELECT fluxion.ensure_partitions('2024-03-01', '2024-03-31');
      INSERT INTO movimientos_inventario (id, ubicacion_id, fecha, fecha_hora, producto_id, tipo_movimiento, cantidad, stock_anterior, stock_nuevo)
      VALUES ('1', 'T1', '2024-03-04', '2024-03-04 20:00+00', 'P1', 'salida', 1, 1, 0),
        ('2', 'T1', '2024-03-05', '2024-03-05 20:00+00', 'P1', 'entrada', 9, 0, 9)`);
    const days = 'ubicacion_id=T1&fecha_inicio=2024-03-04&fecha_fin=2024-03-17';
    expect(await ask(endpoints.estimarVentasPerdidas, days)).toMatchObject({
      datos: [
        { producto_id: 'P1', dias_sin_stock: 1, dias_con_stock: 1, unidades_perdidas: '1.00', venta_perdida: '5.00' },
      ],
      siguiente: null,
    });
    expect((await ask(endpoints.estimarVentasPerdidasPorTienda, days)).datos).toEqual([
      { ubicacion_id: 'T1', nombre: 'Centro', productos: 1, dias_sin_stock: 1, venta_perdida: '5.00' },
    ]);
  });

  it.each([
    ['ubicacion_id=T2', '4.00'],
    ['producto_id=P1', '10.00'],
    ['producto_id=P1&producto_id=P3', '14.00'],
    ['categoria=Limpieza', '4.00'],
    ['categoria=Limpieza&producto_id=P1', undefined],
    ['q=JABON', '4.00'],
    ['q=caf%C3%A9%20500', '10.00'],
    ['q=%25', '4.00'],
    ['q=nada', undefined],
  ])('keep to ?%s', async (query, sold) => {
    const { datos } = await ask(endpoints.verSerieVentas, `${week}&${query}`);
    expect(datos[0]?.venta_total).toBe(sold);
  });

  it.each(analyses.map(({ path }) => path))('%s comes as a file with types', async (path) => {
    const answer = await chain.get(`${path}?fecha_inicio=2024-01-01&formato=parquet`, token);
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.subarray(0, 4).toString()).toBe('PAR1');
    expect(answer.rawPayload.subarray(-4).toString()).toBe('PAR1');
  });

  it('show nothing of stores that are not the caller’s', async () => {
    const theirs = await chain.tokenOf('gerente_tienda', ['T2']);
    for (const { path } of analyses) {
      const { body } = await chain.get(`${path}?fecha_inicio=2023-01-01&fecha_fin=2024-12-31`, theirs);
      expect(body).not.toMatch(/T1|T3|Centro|Antigua|P1|P2|P4/);
      expect(refusedFields(await chain.get(`${path}?ubicacion_id=T1`, theirs))).toEqual(['ubicacion_id']);
    }
  });

  it('of a caller without stores are empty', async () => {
    const none = await chain.tokenOf('visualizador');
    const answer = await chain.get('/ventas/serie', none);
    expect(answer.json()).toEqual({ rango: { fecha_inicio: null, fecha_fin: null }, datos: [] });
  });

  it('are not sent again while nothing has changed, and follow the last day wherever it goes', async () => {
    const url = '/ventas/serie?ubicacion_id=T2';
    // An ETag is of the copy as it was before the question: the first answer brings it up to date.
    const upToDate = async () => {
      await chain.get(url, token);
      return chain.get(url, token);
    };
    const fresh = await upToDate();
    const headers = { authorization: `Bearer ${token}`, 'if-none-match': String(fresh.headers['etag']) };
    const again = async () => (await chain.server.inject({ url, headers })).statusCode;
    expect(await again()).toBe(304);
    const [id] = await chain.sell([{ store: 'T2', day: '2024-09-01', product: 'P1' }]);
    const later = await upToDate();
    expect(later.json()).toHaveProperty('rango.fecha_fin', '2024-09-01');
    headers['if-none-match'] = String(later.headers['etag']);
    expect(await again()).toBe(304);
    await chain.pool.query('DELETE FROM ventas_raw WHERE id = $1', [id]);
    expect(await again()).toBe(200);
    expect((await chain.get(url, token)).json()).toEqual(fresh.json());
  });

  it.each([
    ['ubicacion_id=T9', 'ubicacion_id'],
    ['producto_id=P1&producto_id=P9', 'producto_id'],
    ['fecha_inicio=2024-03-02&fecha_fin=2024-03-01', 'fecha_inicio'],
    ['fecha_inicio=2004-01-01', 'fecha_inicio'],
    ['fecha_inicio=2003-01-01&fecha_fin=2023-01-02', 'fecha_inicio'],
    ['fecha_inicio=1899-12-31&fecha_fin=1900-01-01', 'fecha_inicio'],
    ['fecha_fin=1000-01-01', 'fecha_fin'],
    ['por=hora', 'por'],
    ['q=', 'q'],
    ['frescura=-1', 'frescura'],
    ['limite=5', 'limite'],
  ])('refuse ?%s, naming %s', async (query, campo) => {
    expect(refusedFields(await chain.get(`/ventas/serie?${query}`, token))).toEqual([campo]);
  });

  it.each(['fecha_fin=1900-01-01', 'fecha_inicio=2997-01-01&fecha_fin=2999-12-31'])(
    'reach to the ends of what may be asked about: ?%s',
    async (range) => {
      for (const { path } of analyses) {
        const { statusCode } = await chain.get(`${path}?${range}`, token);
        expect({ path, statusCode }).toEqual({ path, statusCode: 200 });
      }
    },
  );
});
