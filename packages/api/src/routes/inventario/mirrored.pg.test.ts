import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestChain, type TestChain } from '../../testing/test-chain.ts';

let chain: TestChain;
let token: string;

beforeAll(async () => {
  chain = await openTestChain({ mirrored: true });
  await chain.pool.query(`
    INSERT INTO producto_ubicacion_config (ubicacion_id, producto_id, stock_minimo, stock_maximo) VALUES ('T1', 'P1', 5, 20);
    INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad, costo_promedio) VALUES ('T1', 'P1', 4.5, 2)`);
  await chain.sell([{ store: 'T1', day: '2024-05-01', product: 'P1' }]);
  token = await chain.tokenOf('gerente_tienda', ['T1']);
});

afterAll(() => chain.close());

function get(url: string, etag?: string) {
  const headers = { authorization: `Bearer ${token}`, ...(etag === undefined ? {} : { 'if-none-match': etag }) };
  return chain.server.inject({ url, headers });
}

describe('inventory from the mirror', () => {
  it.each([
    '/alertas',
    '/alertas/resumen',
    '/stock/resumen',
    '/stock/valor?fecha=2024-05-02',
    '/stock/cobertura',
    '/stock/quiebres',
    '/stock/sin-movimiento',
  ])('answers %s', async (path) => {
    const answer = await get(path);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['x-fluxion-engine']).toBe('mirror');
  });

  it('says that nothing has changed until something has, also where the days are not named', async () => {
    const paths = ['/stock/cobertura', '/stock/sin-movimiento', '/stock/quiebres', '/productos', '/ubicaciones'];
    for (const path of paths) {
      const first = await get(path);
      const { etag } = first.headers;
      expect(typeof etag).toBe('string');
      expect((await get(path, String(etag))).statusCode).toBe(304);
    }
    const { etag } = (await get('/stock/cobertura')).headers;
    await chain.sell([{ store: 'T1', day: '2024-05-03', product: 'P1' }]);
    const changed = await get('/stock/cobertura', String(etag));
    expect(changed.statusCode).toBe(200);
    expect(changed.json()).toMatchObject({ fecha_fin: '2024-05-03' });
  });

  it('tells that it is up to date, and as of when', async () => {
    await chain.mirror?.sync();
    const { espejo } = (await get('/frescura')).json<{ espejo: { estado: string; datos_al: string } }>();
    expect(espejo.estado).toBe('al_dia');
    expect(Date.parse(espejo.datos_al)).not.toBeNaN();
  });
});
