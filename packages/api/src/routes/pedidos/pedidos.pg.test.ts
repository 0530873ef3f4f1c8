import { listarPedidos, PedidoResponse } from '@fluxion/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, refusedFields } from '../../testing/answers.ts';
import { openTestChain, type TestChain } from '../../testing/test-chain.ts';

let chain: TestChain;
/** Tokens: of a store's manager, of its planner, and of a manager of the other store. */
let manager: string;
let planner: string;
let stranger: string;

/** P1 comes in cases of 12, P2 in ones, P4 is out of the catalogue; C1 is a centre, T3 is closed. */
beforeAll(async () => {
  chain = await openTestChain();
  [manager, planner, stranger] = await Promise.all([
    chain.tokenOf('gerente_tienda', ['T1']),
    chain.tokenOf('gestor_abastecimiento', ['T1', 'T3']),
    chain.tokenOf('gestor_abastecimiento', ['T2']),
  ]);
  await chain.pool.query(`
    INSERT INTO proveedores (id, codigo, nombre, activo) VALUES ('V1', 'V1', 'Distribuidora', true), ('V2', 'V2', 'Cerrada', false);
    UPDATE productos SET costo_promedio = 2.5 WHERE id = 'P1';
    INSERT INTO producto_ubicacion_config (ubicacion_id, producto_id, stock_minimo, stock_maximo) VALUES ('T1', 'P1', 10, 100);
    INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad) VALUES ('T1', 'P1', 20)`);
});

afterAll(() => chain.close());

interface Sent {
  readonly body?: object;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

function send(method: 'POST' | 'PATCH', url: string, { body = {}, token = manager, headers = {} }: Sent = {}) {
  return chain.server.inject({ method, url, payload: body, headers: { authorization: `Bearer ${token}`, ...headers } });
}

interface Written {
  readonly id: string;
  readonly numero: number;
  readonly estado: string;
  readonly version: number;
}

async function create(body: object = {}, token = manager): Promise<Written> {
  const answer = await send('POST', '/pedidos', {
    token,
    body: {
      ubicacion_id: 'T1',
      ubicacion_origen_id: 'C1',
      lineas: [{ producto_id: 'P2', cantidad_solicitada: '7' }],
      ...body,
    },
  });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}

const known = (version: number) => ({ headers: { 'if-match': `"${version}"` } });

function edit({ id, version }: Written, body: object, token = manager) {
  return send('PATCH', `/pedidos/${id}`, { body, token, ...known(version) });
}

function move({ id, version }: Written, estado: string, token = manager, motivo?: string) {
  return send('POST', `/pedidos/${id}/estado`, { body: { estado, motivo }, token, ...known(version) });
}

async function show(id: string, token = manager): Promise<PedidoResponse> {
  return bodyOf(PedidoResponse, await chain.get(`/pedidos/${id}`, token));
}

/** Brings a new order to the state, one step after the other. */
async function orderIn(...states: readonly string[]): Promise<Written> {
  let order = await create();
  for (const state of states) order = (await move(order, state, planner, 'prueba')).json();
  return order;
}

describe('a new order', () => {
  it('suggests what brings the store up to its maximum, and shows how', async () => {
    const { id } = await create({ lineas: [{ producto_id: 'P1' }, { producto_id: 'P2', cantidad_solicitada: '1.0' }] });
    const { detalle, ...order } = await show(id);
    expect(order).toMatchObject({
      estado: 'borrador',
      ubicacion: 'Centro',
      origen: 'Central',
      proveedor: null,
      lineas: 2,
      unidades: '85',
      costo: '210.00',
      version: 1,
    });
    expect(detalle[0]).toMatchObject({
      codigo: '100',
      unidades_por_bulto: '12',
      stock_maximo: '100',
      existencia: '20',
      en_camino: '0',
      necesidad: '80',
      cantidad_sugerida: '84',
      cantidad_solicitada: '84',
      cantidad_aprobada: null,
      bultos: '7',
      costo_unitario: '2.50',
    });
    expect(detalle[1]).toMatchObject({ producto_id: 'P2', necesidad: null, cantidad_solicitada: '1', costo: null });
  });

  it('counts what the store already waits for', async () => {
    const first = await create({ lineas: [{ producto_id: 'P1', cantidad_solicitada: '36' }] });
    await move(first, 'solicitado');
    const { id } = await create({ lineas: [{ producto_id: 'P1' }] });
    expect((await show(id)).detalle[0]).toMatchObject({ en_camino: '36', necesidad: '44', cantidad_sugerida: '48' });
    await move({ ...first, version: 2 }, 'cancelado');
    expect((await show((await create({ lineas: [{ producto_id: 'P1' }] })).id)).detalle[0]?.en_camino).toBe('0');
  });

  it("is of the store's own today, and tells where it is and its version", async () => {
    const answer = await send('POST', '/pedidos', { body: { ubicacion_id: 'T1' } });
    expect(answer.statusCode).toBe(201);
    const { id } = answer.json<Written>();
    expect(answer.headers).toMatchObject({ location: `/pedidos/${id}`, etag: '"1"' });
    const { rows } = await chain.pool.query(
      `SELECT fecha = (created_at AT TIME ZONE 'America/Caracas')::date AS own FROM pedidos WHERE id = $1`,
      [id],
    );
    expect(rows).toEqual([{ own: true }]);
  });

  it.each([
    ['a store of others', { ubicacion_id: 'T2' }, ['ubicacion_id']],
    ['no store at all', { ubicacion_id: 'T9' }, ['ubicacion_id']],
    ['its own store to send', { ubicacion_origen_id: 'T1' }, ['ubicacion_origen_id']],
    ['a store of others to send', { ubicacion_origen_id: 'T2' }, ['ubicacion_origen_id']],
    ['two to send', { ubicacion_origen_id: 'C1', proveedor_id: 'V1' }, ['proveedor_id']],
    ['a supplier that closed', { proveedor_id: 'V2' }, ['proveedor_id']],
    ['a day that is over', { fecha_entrega: '2020-01-01' }, ['fecha_entrega']],
    ['no product', { lineas: [{ producto_id: 'P9', cantidad_solicitada: '1' }] }, ['lineas[0].producto_id']],
    ['a product given up', { lineas: [{ producto_id: 'P4', cantidad_solicitada: '1' }] }, ['lineas[0].producto_id']],
    [
      'parts of cases',
      { lineas: [{ producto_id: 'P1', cantidad_solicitada: '30' }] },
      ['lineas[0].cantidad_solicitada'],
    ],
    ['nothing known to suggest', { lineas: [{ producto_id: 'P2' }] }, ['lineas[0].cantidad_solicitada']],
    ['a product twice', { lineas: [{ producto_id: 'P1' }, { producto_id: 'P1' }] }, ['lineas[1].producto_id']],
    ['a number', { lineas: [{ producto_id: 'P1', cantidad_solicitada: 12 }] }, ['lineas[0].cantidad_solicitada']],
    [
      'less than nothing',
      { lineas: [{ producto_id: 'P1', cantidad_solicitada: '-12' }] },
      ['lineas[0].cantidad_solicitada'],
    ],
    ['a line without product', { lineas: [{ cantidad_solicitada: '1' }] }, ['lineas[0].producto_id']],
    [
      'what is decided later',
      { lineas: [{ producto_id: 'P1', cantidad_aprobada: '12' }] },
      ['lineas[0].cantidad_aprobada'],
    ],
    ['a state', { estado: 'aprobado' }, ['estado']],
  ])('with %s is refused by name', async (_name, body, fields) => {
    expect(refusedFields(await send('POST', '/pedidos', { body: { ubicacion_id: 'T1', ...body } }))).toEqual(fields);
  });

  it('takes remarks that are no whole text', async () => {
    const lineas = [{ producto_id: 'P2', cantidad_solicitada: '1', observaciones: 'a\uD800' }];
    const { id } = await create({ lineas, observaciones: '\uDC00b' });
    expect(await show(id)).toMatchObject({ observaciones: '\uFFFDb', detalle: [{ observaciones: 'a\uFFFD' }] });
  });

  it('says which whole cases are near', async () => {
    const answer = await send('POST', '/pedidos', {
      body: { ubicacion_id: 'T1', lineas: [{ producto_id: 'P1', cantidad_solicitada: '30' }] },
    });
    expect(answer.json()).toMatchObject({
      campos: [{ mensaje: '«30» no son bultos enteros de 12 unidades: ponga 24 o 36' }],
    });
  });

  it('is not written for a closed store', async () => {
    const answer = await send('POST', '/pedidos', { body: { ubicacion_id: 'T3' }, token: planner });
    expect(refusedFields(answer)).toEqual(['ubicacion_id']);
  });

  it('has a thousand lines at most', async () => {
    const lineas = Array.from({ length: 1001 }, (_, n) => ({ producto_id: `P${n}`, cantidad_solicitada: '1' }));
    expect(refusedFields(await send('POST', '/pedidos', { body: { ubicacion_id: 'T1', lineas } }))).toEqual(['lineas']);
  });

  it('is not for those who only look', async () => {
    const token = await chain.tokenOf('visualizador', ['T1']);
    expect((await send('POST', '/pedidos', { body: { ubicacion_id: 'T1' }, token })).statusCode).toBe(403);
  });
});

describe('an order that is changed', () => {
  it('has lines come, change and go at once', async () => {
    const order = await create({ lineas: [{ producto_id: 'P1' }, { producto_id: 'P2', cantidad_solicitada: '7' }] });
    const answer = await edit(order, {
      ubicacion_origen_id: null,
      proveedor_id: 'V1',
      observaciones: 'urgente',
      lineas: [
        { producto_id: 'P1', cantidad_solicitada: '12', observaciones: 'poco' },
        { producto_id: 'P3', cantidad_solicitada: '2' },
      ],
      quitar: ['P2'],
    });
    expect(answer.json()).toMatchObject({ id: order.id, estado: 'borrador', version: 2 });
    expect(answer.headers.etag).toBe('"2"');
    const { detalle, ...changed } = await show(order.id);
    expect(changed).toMatchObject({ proveedor: 'Distribuidora', origen: null, observaciones: 'urgente', lineas: 2 });
    expect(detalle).toMatchObject([
      { producto_id: 'P1', cantidad_sugerida: '84', cantidad_solicitada: '12', observaciones: 'poco' },
      { producto_id: 'P3', cantidad_solicitada: '2' },
    ]);
  });

  it.each([
    ['a line that is not there', 'quitar[0]', { quitar: ['P1'] }],
    ['a line to come and go', 'lineas[0].producto_id', { lineas: [{ producto_id: 'P2' }], quitar: ['P2'] }],
    [
      'what is decided later',
      'lineas[0].cantidad_aprobada',
      { lineas: [{ producto_id: 'P2', cantidad_aprobada: '1' }] },
    ],
    ['a second place to send', 'proveedor_id', { proveedor_id: 'V1' }],
    ['its store', 'ubicacion_id', { ubicacion_id: 'T1' }],
  ])('in a draft is not given %s', async (_name, field, body) => {
    expect(refusedFields(await edit(await create(), body))).toEqual([field]);
  });

  it('lets supply approve other quantities, and the store count what came', async () => {
    const asked = await orderIn('solicitado');
    const line = (quantity: object) => ({ lineas: [{ producto_id: 'P2', ...quantity }] });
    expect((await edit(asked, line({ cantidad_aprobada: '5' }), manager)).statusCode).toBe(403);
    expect(refusedFields(await edit(asked, line({ cantidad_solicitada: '5' }), planner))).toEqual([
      'lineas[0].cantidad_solicitada',
    ]);
    const more = { lineas: [{ producto_id: 'P1', cantidad_aprobada: '12' }] };
    expect(refusedFields(await edit(asked, more, planner))).toEqual(['lineas[0].producto_id']);
    let order: Written = (await edit(asked, line({ cantidad_aprobada: '5' }), planner)).json();
    for (const state of ['aprobado', 'en_preparacion', 'en_transito'])
      order = (await move(order, state, planner)).json();
    order = (await edit(order, line({ cantidad_recibida: '4.5' }))).json();
    expect((await move(order, 'recibido')).json()).toMatchObject({ estado: 'recibido' });
    expect((await show(order.id)).detalle).toMatchObject([
      { cantidad_solicitada: '7', cantidad_aprobada: '5', cantidad_recibida: '4.5', bultos: '4.5' },
    ]);
  });

  it('takes for approved what was asked for, and for received what was approved, where nobody says otherwise', async () => {
    const order = await orderIn('solicitado', 'aprobado', 'en_preparacion', 'en_transito', 'recibido');
    expect((await show(order.id)).detalle).toMatchObject([{ cantidad_aprobada: '7', cantidad_recibida: '7' }]);
  });

  it('is approved anew after it went back', async () => {
    let order = await orderIn('solicitado');
    const lineas = [{ producto_id: 'P2', cantidad_aprobada: '5' }];
    order = (await edit(order, { lineas }, planner)).json();
    order = (await move(order, 'borrador')).json();
    expect((await show(order.id)).detalle[0]?.cantidad_aprobada).toBeNull();
  });

  it('at its end stays as it is', async () => {
    const answer = await edit(await orderIn('cancelado'), { observaciones: 'tarde' });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ codigo: 'ORDER_STATE' });
  });
});

describe('the states of an order', () => {
  it('are those that the caller may choose, and no others', async () => {
    const order = await create();
    expect(await show(order.id)).toMatchObject({
      transiciones: ['solicitado', 'cancelado'],
      editable: [
        'ubicacion_origen_id',
        'proveedor_id',
        'fecha_entrega',
        'observaciones',
        'cantidad_solicitada',
        'lineas',
      ],
    });
    const looking = await chain.tokenOf('visualizador', ['T1']);
    expect(await show(order.id, looking)).toMatchObject({ transiciones: [], editable: [] });
    const wrong = await move(order, 'recibido');
    expect(wrong.statusCode).toBe(409);
    expect(wrong.json()).toMatchObject({
      codigo: 'ORDER_STATE',
      detail: 'El pedido está «borrador»; usted puede pasarlo a: solicitado, cancelado.',
    });
    const asked: Written = (await move(order, 'solicitado')).json();
    const own = await move(asked, 'aprobado', manager);
    expect(own.statusCode).toBe(403);
    expect(own.json()).toMatchObject({ detail: 'Hace falta el rol gestor_abastecimiento o uno superior.' });
  });

  it('need a reason for a rejection, which everybody then reads', async () => {
    const asked = await orderIn('solicitado');
    expect(refusedFields(await move(asked, 'rechazado', planner))).toEqual(['motivo']);
    await move(asked, 'rechazado', planner, 'sin existencias');
    expect(await show(asked.id)).toMatchObject({ estado: 'rechazado', motivo: 'sin existencias', transiciones: [] });
  });

  it('ask for something, and somebody', async () => {
    const empty = await create({
      ubicacion_origen_id: null,
      lineas: [{ producto_id: 'P2', cantidad_solicitada: '0' }],
    });
    expect(refusedFields(await move(empty, 'solicitado'))).toEqual(['lineas', 'ubicacion_origen_id']);
  });
});

describe('an order of others', () => {
  it('is as unknown as one that is not there', async () => {
    const order = await create();
    const same = (one: { body: string; statusCode: number }) => ({
      ...one,
      body: one.body.replace(/"id_solicitud":"[^"]*"/, ''),
    });
    for (const path of ['', '/lineas', '/historial', '/lineas?formato=csv']) {
      const [foreign, none] = await Promise.all(
        [order.id, 'ninguno'].map((id) => chain.get(`/pedidos/${id}${path}`, stranger)),
      );
      expect(foreign?.statusCode).toBe(404);
      expect(same({ body: foreign?.body ?? '', statusCode: 404 })).toEqual(
        same({ body: none?.body ?? '', statusCode: 404 }),
      );
    }
    expect((await edit(order, { observaciones: 'x' }, stranger)).statusCode).toBe(404);
    expect((await move(order, 'cancelado', stranger)).statusCode).toBe(404);
    const { datos } = bodyOf(listarPedidos.answers[200], await chain.get('/pedidos', stranger));
    expect(datos).toEqual([]);
    expect((await show(order.id)).version).toBe(1);
  });
});

describe('the version of an order', () => {
  it('has to be told', async () => {
    const { id } = await create();
    const answer = await send('PATCH', `/pedidos/${id}`, { body: { observaciones: 'x' } });
    expect(answer.statusCode).toBe(428);
    expect(answer.json()).toMatchObject({ codigo: 'PRECONDITION_REQUIRED' });
    const odd = await send('PATCH', `/pedidos/${id}`, { body: {}, headers: { 'if-match': '*' } });
    expect(refusedFields(odd)).toEqual(['if-match']);
  });

  it('lets one of several editors through, and loses nothing of theirs', async () => {
    const order = await create();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        edit(order, { observaciones: `editor ${n}` }, n % 2 === 0 ? manager : planner),
      ),
    );
    const through = answers.filter(({ statusCode }) => statusCode === 200);
    expect(through).toHaveLength(1);
    for (const answer of answers.filter((one) => !through.includes(one))) {
      expect(answer.statusCode).toBe(412);
      expect(answer.json()).toMatchObject({ codigo: 'PRECONDITION_FAILED' });
    }
    expect(await show(order.id)).toMatchObject({
      version: 2,
      observaciones: `editor ${answers.findIndex((one) => one === through[0])}`,
    });
  });
});
