import {
  Alertas,
  Existencias,
  listarAlertas,
  listarMovimientos,
  listarStock,
  resumirAlertas,
  verProducto,
} from '@fluxion/contract';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, refusedFields } from '../../testing/answers.ts';
import { openTestChain, type TestChain } from '../../testing/test-chain.ts';

let chain: TestChain;
/** Sees all stores; sees T1 alone; sees none. */
let everything: string;
let ofT1: string;
let ofNone: string;

/** T1 is critical in P1 and negative in P2; T2 has too much of P1, and P3 was never stocked. */
const stockSql = `
  INSERT INTO producto_ubicacion_config (ubicacion_id, producto_id, stock_minimo, stock_maximo, punto_reorden, precio_venta) VALUES
    ('T1', 'P1', 5, 20, 10, 12.5), ('T1', 'P2', 0, 9, NULL, NULL), ('T1', 'P3', 1, 2, NULL, NULL), ('T2', 'P1', 5, 20, 10, 13);
  INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad, costo_promedio, ultima_venta, dias_sin_movimiento) VALUES
    ('T1', 'P1', 4.5, 2, now(), NULL), ('T1', 'P2', -3, 1, NULL, 61), ('T2', 'P1', 25, 2, now() - interval '100 days', NULL);
  UPDATE productos SET conjunto_sustituible = 'Café', abc_classification = 'A' WHERE id IN ('P1', 'P2');
  INSERT INTO proveedores (id, codigo, nombre) VALUES ('V1', 'V-1', 'Uno'), ('V2', 'V-2', 'Dos');
  INSERT INTO producto_proveedor_config (producto_id, proveedor_id, precio_compra, es_proveedor_principal) VALUES
    ('P1', 'V1', 9.5, false), ('P1', 'V2', 10.1234, true);
  INSERT INTO productos_abc_v2_historico (codigo_producto, ubicacion_id, fecha_calculo, matriz, porcentaje_valor) VALUES
    ('100', 'T1', '2024-01-01', 'AX', 1), ('100', 'T1', '2024-02-01', 'BX', 2.5), ('100', 'T2', '2024-01-01', 'CZ', 3);
  INSERT INTO movimientos_inventario (id, ubicacion_id, fecha, fecha_hora, producto_id, tipo_movimiento, cantidad, stock_anterior, stock_nuevo) VALUES
    ('m1', 'T1', '2024-05-01', '2024-05-01T10:00:00.123456Z', 'P1', 'entrada', 10, 0, 10),
    ('m2', 'T1', '2024-05-02', '2024-05-02T10:00:00Z', 'P1', 'salida', 10, 10, 0),
    ('m3', 'T1', '2024-05-02', '2024-05-02T11:00:00Z', 'P2', 'ajuste', -3, 0, -3),
    ('m4', 'T2', '2024-05-02', '2024-05-02T12:00:00Z', 'P1', 'entrada', 25, 0, 25)`;

beforeAll(async () => {
  chain = await openTestChain();
  await chain.pool.query(stockSql);
  await chain.sell([
    { store: 'T1', day: '2024-05-01', product: 'P1', quantity: '7', amount: '70' },
    { store: 'T1', day: '2024-05-04', product: 'P2', quantity: '1', amount: '5.5' },
    { store: 'T2', day: '2024-05-06', product: 'P1', quantity: '2', amount: '26' },
  ]);
  everything = await chain.tokenOf('gerente_general');
  ofT1 = await chain.tokenOf('visualizador', ['T1']);
  ofNone = await chain.tokenOf('visualizador', []);
});

afterAll(() => chain.close());

const Rows = Type.Object({ datos: Type.Array(Type.Record(Type.String(), Type.Unknown())) });

async function rowsOf(path: string, token = everything) {
  return bodyOf(Rows, await chain.get(path, token)).datos;
}

/** A row by its store and product. */
async function placesOf(path: string, token = everything): Promise<string[]> {
  const rows = await rowsOf(path, token);
  return rows.map(({ ubicacion_id, producto_id, id }) => `${String(ubicacion_id)} ${String(id ?? producto_id)}`);
}

describe('GET /stock', () => {
  it('shows stock with its state, exact', async () => {
    const { datos } = bodyOf(listarStock.answers[200], await chain.get('/stock', everything));
    expect(datos.map(({ ubicacion_id, codigo, estado, cantidad }) => [ubicacion_id, codigo, estado, cantidad])).toEqual(
      [
        ['T1', '100', 'CRITICO', '4.5'],
        ['T1', '101', 'CRITICO', '-3'],
        ['T1', '102', 'SIN_STOCK', '0'],
        ['T2', '100', 'EXCESO', '25'],
      ],
    );
    expect(datos[0]).toMatchObject({
      ubicacion: 'Centro',
      precio_venta: '12.50',
      costo_promedio: '2.00',
      dias_sin_movimiento: 0,
    });
  });

  it.each([
    ['estado=CRITICO&estado=EXCESO', ['T1 P1', 'T1 P2', 'T2 P1']],
    ['negativos=si', ['T1 P2']],
    ['negativos=no&ubicacion_id=T1', ['T1 P1', 'T1 P3']],
    ['q=CAFÉ&ubicacion_id=T2&ubicacion_id=T1', ['T1 P1', 'T1 P2', 'T2 P1']],
    ['categoria=Limpieza', ['T1 P3']],
    ['ubicacion_id=C1', []],
  ])('finds ?%s', async (query, places) => {
    expect(await placesOf(`/stock?${query}`)).toEqual(places);
  });

  it('gives each row once in pages, and all as NDJSON', async () => {
    const places: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = bodyOf(listarStock.answers[200], await chain.get(`/stock?limite=1${query}`, everything));
      places.push(...page.datos.map(({ ubicacion_id, producto_id }) => `${ubicacion_id} ${producto_id}`));
      cursor = page.siguiente;
    }
    expect(places).toEqual(['T1 P1', 'T1 P2', 'T1 P3', 'T2 P1']);
    const file = await chain.get('/stock?formato=ndjson', everything);
    const lines: unknown[] = file.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(4);
    expect(Object.keys(lines[0] ?? {})).toEqual(Object.keys(Existencias.columns));
    expect(lines).toEqual((await rowsOf('/stock')).map((row) => expect.objectContaining(row)));
  });
});

describe('GET /stock/resumen', () => {
  it('adds up by store, and by category', async () => {
    const [most, least] = await rowsOf('/stock/resumen');
    expect(most).toMatchObject({
      clave: 'T2',
      nombre: 'Este',
      unidades: '25',
      valor: '50.00',
      excesos: 1,
      configurados: 1,
    });
    expect(least).toMatchObject({
      clave: 'T1',
      unidades: '4.5',
      valor: '9.00',
      productos_negativos: 1,
      criticos: 2,
      sin_stock: 1,
    });
    const categories = await rowsOf('/stock/resumen?por=categoria', ofT1);
    expect(categories.map(({ clave, valor, configurados }) => [clave, valor, configurados])).toEqual([
      ['Víveres', '9.00', 2],
      ['Limpieza', '0.00', 1],
    ]);
  });
});

describe('GET /stock/valor', () => {
  it('tells what was there at the end of a day, of the stores of which it is known', async () => {
    const t1 = { ubicacion_id: 'T1', nombre: 'Centro', fecha: '2024-05-01', productos: 1, valor: '20.00' };
    expect(await rowsOf('/stock/valor?fecha=2024-05-01')).toEqual([t1]);
    expect(await rowsOf('/stock/valor?fecha=2024-05-01', ofT1)).toEqual([t1]);
    expect((await rowsOf('/stock/valor?fecha=2024-05-02')).map(({ valor }) => valor)).toEqual(['50.00', '9.00']);
    expect(await rowsOf('/stock/valor?fecha=2024-05-02', ofNone)).toEqual([]);
    expect(refusedFields(await chain.get('/stock/valor', everything))).toContain('fecha');
  });
});

describe('rankings of stock', () => {
  it('say how long it lasts, by default up to the last day with sales of these stores', async () => {
    const answer = await chain.get('/stock/cobertura?ubicacion_id=T1&dias=4', everything);
    expect(answer.json()).toMatchObject({ fecha_inicio: '2024-05-01', fecha_fin: '2024-05-04', dias: 4 });
    expect(answer.headers['x-fluxion-engine']).toMatch(/^postgres/);
    const [negative, coffee] = await rowsOf('/stock/cobertura?ubicacion_id=T1&dias=4');
    expect(negative).toMatchObject({ producto_id: 'P2', dias_cobertura: '0.0' });
    expect(coffee).toMatchObject({
      producto_id: 'P1',
      demanda_diaria: '1.7500',
      dias_cobertura: '2.6',
      dias_con_ventas: 2,
    });
    expect(await rowsOf('/stock/cobertura?fecha_fin=2024-05-06&limite=1')).toHaveLength(1);
    expect((await chain.get('/stock/cobertura', everything)).json()).toMatchObject({
      fecha_fin: '2024-05-06',
      dias: 28,
    });
  });

  it('say what does not sell, and what it ties up', async () => {
    const answer = await chain.get('/stock/sin-movimiento?fecha_fin=2024-09-30&limite=1', everything);
    expect(answer.json()).toMatchObject({
      fecha_inicio: '2024-07-03',
      productos_total: 2,
      valor_total: '59.00',
      datos: [{ ubicacion_id: 'T2', valor: '50.00', ultima_venta: '2024-05-06', dias_sin_venta: 147 }],
    });
  });

  it('say what ran out', async () => {
    const answer = await chain.get('/stock/quiebres?ubicacion_id=T1', everything);
    expect(answer.json()).toMatchObject({ fecha_inicio: '2024-04-05', fecha_fin: '2024-05-04', dias: 30 });
    expect(await rowsOf('/stock/quiebres?ubicacion_id=T1')).toEqual([
      expect.objectContaining({ producto_id: 'P2', dias_sin_stock: 1, dias_en_negativo: 1, primer_dia: '2024-05-04' }),
    ]);
  });

  it('are empty without a sale, and the same as a file', async () => {
    const nothing = { fecha_inicio: null, fecha_fin: null, dias: 0, datos: [] };
    for (const path of ['/stock/cobertura', '/stock/sin-movimiento', '/stock/quiebres']) {
      expect((await chain.get(`${path}?ubicacion_id=C1`, everything)).json()).toMatchObject(nothing);
      const file = await chain.get(`${path}?formato=ndjson&ubicacion_id=T1&fecha_fin=2024-12-30`, everything);
      expect(file.headers['x-fluxion-engine']).toBe('postgres; off');
      const lines: unknown[] = file.body
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
      const rows = await rowsOf(`${path}?ubicacion_id=T1&fecha_fin=2024-12-30`);
      expect(lines).toEqual(rows);
    }
  });

  it.each([
    ['fecha_inicio=2024-05-03&fecha_fin=2024-05-02', 'fecha_inicio'],
    ['fecha_inicio=2023-01-01', 'fecha_inicio'],
    ['fecha_fin=2024-02-30', 'fecha_fin'],
    ['limite=1001', 'limite'],
    ['ubicacion_id=T9', 'ubicacion_id'],
  ])('refuse ?%s, naming %s', async (query, campo) => {
    expect(refusedFields(await chain.get(`/stock/quiebres?${query}`, everything))).toEqual([campo]);
  });
});

describe('GET /alertas', () => {
  it('lists the most urgent first, and counts them', async () => {
    const { datos, siguiente } = bodyOf(listarAlertas.answers[200], await chain.get('/alertas?limite=3', everything));
    expect(datos.map(({ ubicacion_id, producto_id, tipo_alerta }) => [ubicacion_id, producto_id, tipo_alerta])).toEqual(
      [
        ['T1', 'P1', 'Stock crítico'],
        ['T1', 'P2', 'Stock crítico'],
        ['T1', 'P2', 'Sin movimiento'],
      ],
    );
    const rest = await rowsOf(`/alertas?cursor=${siguiente ?? ''}`);
    expect(rest.map(({ tipo_alerta }) => tipo_alerta)).toEqual(['Sin movimiento', 'Sobrestock']);
    const file = await chain.get(`/alertas?formato=ndjson&cursor=${siguiente ?? ''}`, everything);
    const lines: unknown[] = file.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual(rest);
    expect(Object.keys(lines[0] ?? {})).toEqual(Object.keys(Alertas.columns));
    const counts = bodyOf(resumirAlertas.answers[200], await chain.get('/alertas/resumen', everything)).datos;
    expect(counts.map(({ ubicacion, prioridad, alertas }) => [ubicacion, prioridad, alertas])).toEqual([
      ['Centro', 'CRITICA', 2],
      ['Centro', 'MEDIA', 1],
      ['Este', 'MEDIA', 1],
      ['Este', 'BAJA', 1],
    ]);
  });

  it('takes kinds and priorities', async () => {
    expect(await placesOf('/alertas?tipo=Sobrestock')).toEqual(['T2 P1']);
    expect(await placesOf('/alertas?prioridad=MEDIA&ubicacion_id=T1&categoria=V%C3%ADveres')).toEqual(['T1 P2']);
    expect(refusedFields(await chain.get('/alertas?prioridad=URGENTE', everything))).toEqual(['prioridad']);
  });

  it('takes words of the product, in a file too', async () => {
    const [{ descripcion } = { descripcion: '' }] = await rowsOf('/alertas?tipo=Sobrestock');
    const words = new URLSearchParams({ q: String(descripcion).toUpperCase() }).toString();
    const found = await rowsOf(`/alertas?${words}`);
    expect(new Set(found.map((row) => row.producto_id))).toEqual(new Set(['P1']));
    const file = await chain.get(`/alertas?formato=ndjson&${words}`, everything);
    expect(
      file.body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(found);
    const counts = bodyOf(resumirAlertas.answers[200], await chain.get(`/alertas/resumen?${words}`, everything)).datos;
    expect(counts.reduce((sum, { alertas }) => sum + alertas, 0)).toBe(found.length);
  });
});

describe('GET /movimientos', () => {
  it('lists the last day first, and in a store the last movement', async () => {
    expect(await placesOf('/movimientos')).toEqual(['T1 m3', 'T1 m2', 'T2 m4', 'T1 m1']);
    const page = bodyOf(listarMovimientos.answers[200], await chain.get('/movimientos?limite=2', everything));
    expect(await placesOf(`/movimientos?cursor=${page.siguiente ?? ''}`)).toEqual(['T2 m4', 'T1 m1']);
    expect(await placesOf('/movimientos?producto_id=P1&tipo=entrada&fecha_fin=2024-05-01')).toEqual(['T1 m1']);
    const [first] = await rowsOf('/movimientos?fecha_fin=2024-05-01');
    expect(first).toMatchObject({
      fecha_hora: '2024-05-01T10:00:00.123456Z',
      cantidad: '10',
      descripcion: 'Café Ñandú 500 g',
    });
    const file = await chain.get('/movimientos?formato=ndjson', everything);
    expect(file.body.trim().split('\n')).toHaveLength(4);
  });

  it.each([
    ['producto_id=P9', 'producto_id'],
    ['fecha_inicio=2024-02-02&fecha_fin=2024-02-01', 'fecha_inicio'],
    [`cursor=${Buffer.from('["2024-05-01","T1","2024-02-30T10:00:00Z","m1"]').toString('base64url')}`, 'cursor'],
  ])('refuses ?%s, naming %s', async (query, campo) => {
    expect(refusedFields(await chain.get(`/movimientos?${query}`, everything))).toEqual([campo]);
  });
});

describe('GET /productos/:id', () => {
  it('tells its story in the stores that the caller may see', async () => {
    const story = bodyOf(verProducto.answers[200], await chain.get('/productos/P1', ofT1));
    expect(story.producto).toMatchObject({ codigo: '100', precio_sugerido: '12.50', conjunto_sustituible: 'Café' });
    expect(story.existencias).toMatchObject([{ ubicacion_id: 'T1', cantidad: '4.5', estado: 'CRITICO' }]);
    expect(story.clasificaciones).toMatchObject([{ ubicacion_id: 'T1', matriz: 'BX', porcentaje_valor: '2.5000' }]);
    expect(story.proveedores.map(({ nombre, precio_compra }) => [nombre, precio_compra])).toEqual([
      ['Dos', '10.1234'],
      ['Uno', '9.50'],
    ]);
    expect(story.sustitutos).toMatchObject([{ producto_id: 'P2', cantidad: '-3' }]);
    expect(story.movimientos.map(({ id }) => id)).toEqual(['m2', 'm1']);
    expect(story.semanas).toHaveLength(12);
    expect(story.semanas.at(-1)).toEqual({ semana: '2024-04-29', unidades: '7', venta_total: '70.00', margen: '0.00' });
    expect(story.semanas[0]).toEqual({ semana: '2024-02-12', unidades: '0', venta_total: '0.00', margen: '0.00' });
    const ofAll = bodyOf(verProducto.answers[200], await chain.get('/productos/P1', everything));
    expect(ofAll.semanas.at(-1)).toMatchObject({ semana: '2024-05-06', unidades: '2' });
    expect(ofAll.existencias).toHaveLength(2);
  });

  it('has little to tell to who sees no store, and nothing of what is not there', async () => {
    const story = bodyOf(verProducto.answers[200], await chain.get('/productos/P1', ofNone));
    expect(story).toMatchObject({ existencias: [], clasificaciones: [], movimientos: [], semanas: [] });
    expect(story.sustitutos).toMatchObject([{ cantidad: null }]);
    expect((await chain.get('/productos/P9', everything)).statusCode).toBe(404);
  });
});

describe('stores that the caller may not see', () => {
  const paths = ['/stock', '/stock/cobertura', '/stock/sin-movimiento', '/stock/quiebres', '/alertas', '/movimientos'];

  it.each([...paths, '/stock/resumen', '/alertas/resumen', '/frescura'])('are unknown to %s', async (path) => {
    for (const format of ['json', 'ndjson']) {
      const other = await chain.get(`${path}?ubicacion_id=T2&formato=${format}`, ofT1);
      const absent = await chain.get(`${path}?ubicacion_id=T9&formato=${format}`, ofT1);
      expect(refusedFields(other)).toEqual(['ubicacion_id']);
      expect(other.body.replaceAll('T2', 'T9').replace(/req-\w+|[0-9a-f-]{36}/, '')).toBe(
        absent.body.replace(/req-\w+|[0-9a-f-]{36}/, ''),
      );
    }
    expect(await rowsOf(path, ofNone)).toEqual([]);
    expect((await chain.get(path)).statusCode).toBe(401);
  });

  it.each(paths)('are in no row of %s', async (path) => {
    const end = path.startsWith('/stock/') ? '?fecha_fin=2024-08-30' : '';
    const rows = await rowsOf(`${path}${end}`, ofT1);
    expect(rows.filter(({ ubicacion_id }) => ubicacion_id !== 'T1')).toEqual([]);
  });
});

describe('GET /frescura', () => {
  it('says how far each active store is, by its own today', async () => {
    const answer = await chain.get('/frescura', everything);
    expect(answer.json()).toMatchObject({ espejo: { estado: 'sin_espejo', datos_al: null } });
    const rows = await rowsOf('/frescura');
    expect(rows.map(({ ubicacion_id, datos_hasta }) => [ubicacion_id, datos_hasta])).toEqual([
      ['T1', '2024-05-04'],
      ['T2', '2024-05-06'],
    ]);
    expect(rows.map(({ dias_de_atraso }) => Number(dias_de_atraso) > 100)).toEqual([true, true]);
  });

  it('tells the last load and its outcome', async () => {
    await chain.pool.query(`
      INSERT INTO cargas (id, fuente, ubicacion_id, fecha, resultado, iniciada, terminada, intento) VALUES
        ('l1', 'ventas', 'T1', '2024-05-01', 'cargada', '2024-05-02T08:00:00Z', '2024-05-02T08:01:00Z', '2024-05-05T00:00:00Z'),
        ('l2', 'ventas', 'T1', '2024-05-04', 'con_rechazos', '2024-05-05T08:00:00Z', '2024-05-05T08:01:00Z', NULL)`);
    const [first, second] = await rowsOf('/frescura');
    expect(first).toMatchObject({
      ultima_carga: '2024-05-05T08:01:00Z',
      resultado: 'con_rechazos',
      ultimo_fallo: '2024-05-05T00:00:00Z',
    });
    expect(second).toMatchObject({ ultima_carga: null, resultado: null });
  });
});

describe('GET /ubicaciones', () => {
  it('lists those that the caller may see, also as a file', async () => {
    expect((await rowsOf('/ubicaciones')).map(({ id }) => id)).toEqual(['T1', 'T2', 'T3', 'C1']);
    expect((await rowsOf('/ubicaciones', ofT1)).map(({ id }) => id)).toEqual(['T1']);
    const file = await chain.get('/ubicaciones?formato=ndjson', ofT1);
    expect(JSON.parse(file.body)).toMatchObject({ id: 'T1', tipo: 'tienda', activo: true });
  });
});
