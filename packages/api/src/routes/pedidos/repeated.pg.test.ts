import { CambiosPedido, listarPedidos, pageOf, type Pedido } from '@fluxion/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, refusedFields } from '../../testing/answers.ts';
import { openTestChain, type TestChain } from '../../testing/test-chain.ts';

let chain: TestChain;
let manager: string;

beforeAll(async () => {
  chain = await openTestChain();
  manager = await chain.tokenOf('gerente_tienda', ['T1']);
});

afterAll(() => chain.close());

interface NewOrder {
  readonly key?: string;
  readonly quantity?: string;
  readonly token?: string;
  readonly store?: string;
}

function create({ key, quantity = '1', token = manager, store = 'T1' }: NewOrder = {}) {
  return chain.server.inject({
    method: 'POST',
    url: '/pedidos',
    payload: {
      ubicacion_id: store,
      ubicacion_origen_id: 'C1',
      lineas: [{ producto_id: 'P2', cantidad_solicitada: quantity }],
    },
    headers: { authorization: `Bearer ${token}`, ...(key === undefined ? {} : { 'idempotency-key': key }) },
  });
}

async function count(): Promise<number> {
  const { rows } = await chain.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM pedidos');
  return rows[0]?.n ?? 0;
}

describe('a request that is repeated', () => {
  it('gives the same order and the same answer', async () => {
    const before = await count();
    const [first, second] = [await create({ key: 'lunes' }), await create({ key: 'lunes' })];
    expect(second.statusCode).toBe(201);
    expect(second.body).toBe(first.body);
    expect(second.headers).toMatchObject({ etag: first.headers.etag, location: first.headers.location });
    expect(await count()).toBe(before + 1);
  });

  it('gives it also if the order has moved on since', async () => {
    const first = await create({ key: 'martes' });
    const { id } = first.json<Pedido>();
    const headers = { authorization: `Bearer ${manager}`, 'if-match': '"1"' };
    await chain.server.inject({
      method: 'POST',
      url: `/pedidos/${id}/estado`,
      payload: { estado: 'cancelado' },
      headers,
    });
    expect((await create({ key: 'martes' })).body).toBe(first.body);
  });

  it('at the same time waits for the other, and gives the same order', async () => {
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 20 }, () => create({ key: 'a-la-vez' })));
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`))).toEqual(
      new Set([`201 ${answers[0]?.body}`]),
    );
    expect(await count()).toBe(before + 1);
  });

  it('with the key of another request is refused', async () => {
    await create({ key: 'jueves' });
    const answer = await create({ key: 'jueves', quantity: '2' });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ codigo: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it.each(['con espacios', 'ñ', 'x'.repeat(101)])('by %j is refused with what to send', async (key) => {
    const answer = await create({ key });
    expect(refusedFields(answer)).toEqual(['idempotency-key']);
    expect(answer.body).toContain('hasta 100 caracteres');
  });

  it("has nothing to do with others' keys", async () => {
    const other = await chain.tokenOf('gerente_tienda', ['T1']);
    const [own, theirs] = [await create({ key: 'viernes' }), await create({ key: 'viernes', token: other })];
    expect(theirs.json<Pedido>().id).not.toBe(own.json<Pedido>().id);
  });

  it('is answered only to who still sees the store', async () => {
    const token = await chain.tokenOf('gerente_tienda', ['T1']);
    await create({ key: 'prestada', token });
    await chain.pool.query(
      `DELETE FROM usuarios_ubicaciones WHERE usuario_id = (SELECT usuario_id FROM tokens WHERE hash = sha256($1))`,
      [token],
    );
    expect(refusedFields(await create({ key: 'prestada', token }))).toEqual(['ubicacion_id']);
  });

  it('after it was refused is tried anew', async () => {
    await chain.pool.query(`UPDATE productos SET activo = false WHERE id = 'P2'`);
    const refused = await create({ key: 'sabado' });
    await chain.pool.query(`UPDATE productos SET activo = true WHERE id = 'P2'`);
    const [anew, again] = [await create({ key: 'sabado' }), await create({ key: 'sabado' })];
    expect([refused.statusCode, anew.statusCode, again.body]).toEqual([400, 201, anew.body]);
  });

  it('a day later is a new one, and old keys are forgotten', async () => {
    const first = await create({ key: 'domingo' });
    await chain.pool.query(`UPDATE fluxion.claves_pedidos SET creada = creada - interval '25 hours'`);
    const second = await create({ key: 'domingo' });
    expect(second.json<Pedido>().id).not.toBe(first.json<Pedido>().id);
    for (let n = 0; n < 3; n += 1) await create({ key: `lunes-${n}` });
    const { rows } = await chain.pool.query(
      `SELECT count(*)::int AS old FROM fluxion.claves_pedidos WHERE creada < now() - interval '1 day'`,
    );
    expect(rows).toEqual([{ old: 0 }]);
  });
});

describe('a hundred orders at once', () => {
  it('are all written, each once, with its history and in the audit log', async () => {
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => create({ key: `cien-${n}` })));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
    const ids = answers.map((answer) => answer.json<Pedido>().id);
    expect(await count()).toBe(before + 100);
    const { rows } = await chain.pool.query(
      `SELECT count(DISTINCT o.numero)::int AS numbers, count(DISTINCT d.id)::int AS lines, count(DISTINCT h.id)::int AS changes,
              count(DISTINCT h.usuario_id)::int AS people, count(DISTINCT a.id)::int AS audited
       FROM pedidos AS o
       JOIN pedidos_detalle AS d ON d.pedido_id = o.id
       JOIN pedidos_historial AS h ON h.pedido_id = o.id
       JOIN fluxion.auditoria AS a ON a.objeto = o.id AND a.usuario_id = h.usuario_id AND a.accion = 'pedido'
       WHERE o.id = ANY ($1)`,
      [ids],
    );
    expect(rows).toEqual([{ numbers: 100, lines: 100, changes: 200, people: 1, audited: 100 }]);
  });
});

describe('the history of an order', () => {
  it('tells who has changed what, from the beginning, in pages and in files', async () => {
    const { id } = (await create({ quantity: '5' })).json<Pedido>();
    const change = (body: object, version: number, method: 'PATCH' | 'POST', path: string) =>
      chain.server.inject({
        method,
        url: `/pedidos/${id}${path}`,
        payload: body,
        headers: { authorization: `Bearer ${manager}`, 'if-match': `"${version}"` },
      });
    await change({ lineas: [{ producto_id: 'P2', cantidad_solicitada: '6' }], observaciones: 'ya' }, 1, 'PATCH', '');
    await change({ lineas: [{ producto_id: 'P2', cantidad_solicitada: '6.0' }] }, 2, 'PATCH', '');
    await change({ estado: 'solicitado' }, 3, 'POST', '/estado');
    await chain.pool.query(`UPDATE pedidos SET observaciones = 'a mano' WHERE id = $1`, [id]);
    const page = (query: string) => chain.get(`/pedidos/${id}/historial?${query}`, manager);
    const schema = pageOf(CambiosPedido.row);
    const { datos } = bodyOf(schema, await page(''));
    expect(datos.map((row) => [row.operacion, row.producto_id, row.campo, row.antes, row.despues])).toEqual([
      ['crear', null, 'estado', null, 'borrador'],
      ['crear', null, 'ubicacion_origen_id', null, 'C1'],
      ['crear', 'P2', 'cantidad_solicitada', null, '5'],
      ['cambiar', null, 'observaciones', null, 'ya'],
      ['cambiar', 'P2', 'cantidad_solicitada', '5', '6'],
      ['cambiar', null, 'estado', 'borrador', 'solicitado'],
      ['cambiar', null, 'observaciones', 'ya', 'a mano'],
    ]);
    expect(datos.map(({ usuario }) => usuario)).toEqual([
      ...Array.from({ length: 6 }, () => 'Persona de prueba'),
      null,
    ]);
    const first = bodyOf(schema, await page('limite=4'));
    const second = bodyOf(schema, await page(`limite=4&cursor=${first.siguiente ?? ''}`));
    expect([...first.datos, ...second.datos]).toEqual(datos);
    const lines = (await page('formato=ndjson')).body.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(datos);
    expect((await chain.get(`/pedidos/${id}`, manager)).headers.etag).toBe('"5"');
  });
});

describe('GET /pedidos', () => {
  const list = async (query: string, token = manager) =>
    bodyOf(listarPedidos.answers[200], await chain.get(`/pedidos?${query}`, token));

  it('gives each order once, the newest first, while others are written', async () => {
    const there = (await list('limite=1000')).datos.map(({ id }) => id);
    const read: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { datos: Pedido[]; siguiente: string | null } = await list(
        `limite=30${cursor && `&cursor=${cursor}`}`,
      );
      read.push(...page.datos.map(({ id }) => id));
      cursor = page.siguiente;
      await create();
    }
    expect(read).toEqual(there);
  });

  it('filters by store, state, origin, product and day', async () => {
    const planner = await chain.tokenOf('gerente_general');
    const { id } = (await create({ store: 'T2', token: planner })).json<Pedido>();
    const idsOf = async (query: string) => (await list(query, planner)).datos.map((order) => order.id);
    expect(await idsOf('ubicacion_id=T2')).toEqual([id]);
    expect(await idsOf('ubicacion_id=T2&estado=aprobado&estado=borrador')).toEqual([id]);
    expect(await idsOf('ubicacion_id=T2&estado=aprobado')).toEqual([]);
    expect(await idsOf('ubicacion_id=T2&producto_id=P2&ubicacion_origen_id=C1')).toEqual([id]);
    expect(await idsOf('ubicacion_id=T2&producto_id=P1')).toEqual([]);
    expect(await idsOf('ubicacion_id=T2&proveedor_id=V1')).toEqual([]);
    expect(await idsOf('ubicacion_id=T2&fecha_fin=2020-01-01')).toEqual([]);
    expect((await list('limite=1000')).datos.map((order) => order.id)).not.toContain(id);
  });

  it('comes as a file as well', async () => {
    const planner = await chain.tokenOf('gerente_general');
    const { datos } = await list('ubicacion_id=T2', planner);
    const answer = await chain.get('/pedidos?ubicacion_id=T2&formato=ndjson', planner);
    expect(
      answer.body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(datos);
  });

  it.each(['9223372036854775807', '-1', '1.5', 'x'])('refuses the forged cursor %s', async (key) => {
    const cursor = Buffer.from(JSON.stringify([key])).toString('base64url');
    expect((await chain.get(`/pedidos?cursor=${cursor}`, manager)).statusCode).toBe(400);
  });
});
