import { listarOrigenesPedido, sugerirPedido } from '@fluxion/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, refusedFields } from '../../testing/answers.ts';
import { openTestChain, type TestChain } from '../../testing/test-chain.ts';

let chain: TestChain;
let manager: string;

/** P1 comes in cases of 12, P2 in ones, P4 is out of the catalogue; C1 is a centre, T3 is closed. */
beforeAll(async () => {
  chain = await openTestChain();
  manager = await chain.tokenOf('gerente_tienda', ['T1']);
  await chain.pool.query(`
    INSERT INTO proveedores (id, codigo, nombre, activo) VALUES ('V1', 'V1', 'Distribuidora', true), ('V2', 'V2', 'Cerrada', false);
    UPDATE productos SET costo_promedio = 2.5 WHERE id = 'P1';
    INSERT INTO producto_ubicacion_config (ubicacion_id, producto_id, stock_minimo, stock_maximo) VALUES ('T1', 'P1', 10, 100);
    INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad) VALUES ('T1', 'P1', 20)`);
});

afterAll(() => chain.close());

async function sourcesOf(token: string): Promise<readonly string[]> {
  const { datos } = bodyOf(listarOrigenesPedido.answers[200], await chain.get('/pedidos/origenes', token));
  return datos.map(({ tipo, id }) => `${tipo} ${id}`);
}

describe('who may be asked for goods', () => {
  it('are the centres, suppliers in business, and of the stores only those that the caller sees', async () => {
    expect(await sourcesOf(manager)).toEqual(['cedi C1', 'tienda T1', 'proveedor V1']);
    const all = await sourcesOf(await chain.tokenOf('gerente_general', []));
    expect(all).toEqual(['cedi C1', 'tienda T1', 'tienda T2', 'proveedor V1']);
  });

  it('are those whom an order is taken for', async () => {
    for (const source of [{ ubicacion_origen_id: 'C1' }, { proveedor_id: 'V1' }]) {
      const answer = await chain.server.inject({
        method: 'POST',
        url: '/pedidos',
        payload: { ubicacion_id: 'T1', ...source },
        headers: { authorization: `Bearer ${manager}` },
      });
      expect(answer.statusCode).toBe(201);
    }
  });
});

describe('a suggestion without an order', () => {
  const address = (...ids: readonly string[]) =>
    `/pedidos/sugerencias?ubicacion_id=T1&${ids.map((id) => `producto_id=${id}`).join('&')}`;

  it('is the one that a line would keep, and writes nothing', async () => {
    const answer = await chain.get(address('P2', 'P1', 'P9'), manager);
    const { datos } = bodyOf(sugerirPedido.answers[200], answer);
    const lines = { ubicacion_id: 'T1', lineas: [{ producto_id: 'P1' }] };
    const headers = { authorization: `Bearer ${manager}` };
    const created = await chain.server.inject({ method: 'POST', url: '/pedidos', payload: lines, headers });
    const kept = await chain.get(`/pedidos/${created.json<{ id: string }>().id}`, manager);
    const [line] = kept.json<{ detalle: [Record<string, unknown>] }>().detalle;
    const { activo, ...suggested } = datos[0] ?? {};
    expect(activo).toBe(true);
    expect(line).toMatchObject(suggested);
    expect(suggested).toMatchObject({ necesidad: '80', cantidad_sugerida: '84', costo_unitario: '2.50' });
    expect(datos[1]).toMatchObject({ producto_id: 'P2', stock_maximo: null, cantidad_sugerida: null, en_camino: '0' });
    expect(datos).toHaveLength(2);
  });

  it('tells what is ordered no more', async () => {
    const { datos } = bodyOf(sugerirPedido.answers[200], await chain.get(address('P4'), manager));
    expect(datos).toMatchObject([{ producto_id: 'P4', activo: false }]);
  });

  it('is not made for a store of others, nor for more than a hundred products', async () => {
    const foreign = '/pedidos/sugerencias?ubicacion_id=T2&producto_id=P1';
    expect(refusedFields(await chain.get(foreign, manager))).toEqual(['ubicacion_id']);
    const many = address(...Array.from({ length: 101 }, (_, n) => `P${n}`));
    expect(refusedFields(await chain.get(many, manager))).toEqual(['producto_id']);
  });
});
