import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestChain, type TestChain } from '../testing/test-chain.ts';

let chain: TestChain;
let everything: string;
let ofT1: string;

beforeAll(async () => {
  chain = await openTestChain({ mirrored: true });
  everything = await chain.tokenOf('gerente_general');
  ofT1 = await chain.tokenOf('gerente_tienda', ['T1']);
  await chain.sell([
    { store: 'T1', day: '2024-03-01', receipt: 'A1', amount: '10' },
    { store: 'T2', day: '2024-03-01', receipt: 'B1', amount: '20' },
  ]);
});
afterAll(() => chain.close());

const series = '/ventas/por/tienda?fecha_inicio=2024-03-01&fecha_fin=2024-03-31';

function get(token: string, headers: Record<string, string> = {}, url = series): Promise<LightMyRequestResponse> {
  return chain.server.inject({ url, headers: { authorization: `Bearer ${token}`, ...headers } });
}

async function sold(token: string): Promise<Record<string, string>> {
  const { datos } = (await get(token)).json<{ datos: { ubicacion_id: string; venta_total: string }[] }>();
  return Object.fromEntries(datos.map(({ ubicacion_id, venta_total }) => [ubicacion_id, venta_total]));
}

/** Whatever was written is copied: an answer before that has an older state's ETag, which is right, but of less use. */
async function settled(): Promise<void> {
  await chain.mirror?.sync();
}

describe('an analytic answer', () => {
  let etag: string;
  beforeEach(async () => {
    await settled();
    etag = String((await get(everything)).headers['etag']);
  });

  it('has an ETag, and is not sent again to a caller who has it', async () => {
    const again = await get(everything, { 'if-none-match': etag });
    expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag]);
    expect((await get(everything, { 'if-none-match': `"x", ${etag}` })).statusCode).toBe(304);
  });

  it('is new as soon as a change is committed, for everybody', async () => {
    expect(await sold(everything)).toEqual({ T1: '10.00', T2: '20.00' });
    const [id] = await chain.sell([{ store: 'T2', day: '2024-03-31', amount: '0.01' }]);
    const changed = await get(everything, { 'if-none-match': etag });
    expect([changed.statusCode, await sold(everything)]).toEqual([200, { T1: '10.00', T2: '20.01' }]);
    await chain.pool.query('DELETE FROM ventas_raw WHERE id = $1', [id]);
    expect(await sold(everything)).toEqual({ T1: '10.00', T2: '20.00' });
  });

  it('stays what it was while only other stores or days change', async () => {
    const own = String((await get(ofT1)).headers['etag']);
    await chain.sell([{ store: 'T2', day: '2024-03-02' }]);
    expect((await get(ofT1, { 'if-none-match': own })).statusCode).toBe(304);
    await chain.sell([{ store: 'T1', day: '2024-04-01' }]);
    expect((await get(ofT1, { 'if-none-match': own })).statusCode).toBe(304);
    await settled();
    const again = await get(ofT1, { 'if-none-match': own });
    expect(again.statusCode).toBe(304);
    // Found to be so in the latest state, it is told and kept as of that.
    const latest = String(again.headers['etag']);
    expect(latest).not.toBe(own);
    const kept = await get(ofT1);
    expect([kept.headers['etag'], await sold(ofT1)]).toEqual([latest, { T1: '10.00' }]);
    expect((await get(ofT1, { 'if-none-match': latest })).statusCode).toBe(304);
    await chain.pool.query(`DELETE FROM ventas_raw WHERE fecha > '2024-03-01'`);
  });

  it('is of who asks: another scope, format or address has another', async () => {
    for (const [token, headers, url] of [
      [ofT1, {}, series],
      [everything, { accept: 'application/x-ndjson' }, series],
      [everything, {}, `${series}&ubicacion_id=T1`],
    ] as const) {
      const answer = await get(token, { ...headers, 'if-none-match': etag }, url);
      expect([url, answer.statusCode]).toEqual([url, 200]);
    }
    // Answered once for all stores, it is not given to who may see one.
    expect(await sold(ofT1)).toEqual({ T1: '10.00' });
  });

  it('follows the rights of who asks at once', async () => {
    const token = await chain.tokenOf('gerente_tienda', ['T1', 'T2']);
    expect(await sold(token)).toEqual({ T1: '10.00', T2: '20.00' });
    await chain.pool.query(`DELETE FROM usuarios_ubicaciones WHERE ubicacion_id = 'T2'`);
    expect(await sold(token)).toEqual({ T1: '10.00' });
  });

  it.each(['*', '"x"', 'W/"a.b"', `W/"${'A'.repeat(22)}.AAAA"`, ',,;'])(
    'is sent to a caller who has %s',
    async (tag) => {
      expect((await get(everything, { 'if-none-match': tag })).statusCode).toBe(200);
    },
  );

  it('is the same whether it was kept or asked for', async () => {
    const [first, second] = [await get(everything), await get(everything)];
    expect(second.json()).toEqual(first.json());
    for (const name of ['content-type', 'etag', 'x-fluxion-engine', 'cache-control']) {
      expect([name, second.headers[name]]).toEqual([name, first.headers[name]]);
    }
  });
});

describe('a page of sales lines', () => {
  const page = '/ventas?fecha_inicio=2024-03-01&fecha_fin=2024-03-31&ubicacion_id=T1';
  const amounts = async (token: string) =>
    (await get(token, {}, page))
      .json<{ datos: { monto_total: string }[] }>()
      .datos.map(({ monto_total }) => monto_total);

  it('is sent again only when what it may read has changed', async () => {
    await settled();
    const etag = String((await get(ofT1, {}, page)).headers['etag']);
    await chain.sell([
      { store: 'T2', day: '2024-03-02' },
      { store: 'T1', day: '2024-04-01' },
    ]);
    expect((await get(ofT1, { 'if-none-match': etag }, page)).statusCode).toBe(304);
    expect(await amounts(ofT1)).toEqual(['10.00']);
    const [id] = await chain.sell([{ store: 'T1', day: '2024-03-31', amount: '0.01' }]);
    expect((await get(ofT1, { 'if-none-match': etag }, page)).statusCode).toBe(200);
    expect(await amounts(ofT1)).toEqual(['10.00', '0.01']);
    await chain.pool.query('DELETE FROM ventas_raw WHERE id = $1', [id]);
    expect(await amounts(ofT1)).toEqual(['10.00']);
  });

  it('is new when a product of it has another name', async () => {
    await chain.pool.query(`UPDATE ventas_raw SET producto_id = 'P1'`);
    await settled();
    const etag = String((await get(ofT1, {}, page)).headers['etag']);
    await chain.pool.query(`UPDATE productos SET descripcion = 'Otra'`);
    const changed = await get(ofT1, { 'if-none-match': etag }, page);
    expect(changed.statusCode).toBe(200);
    expect(changed.json<{ datos: { descripcion: string }[] }>().datos[0]?.descripcion).toBe('Otra');
  });

  it('is refused to who may not see its store, whatever was answered to others', async () => {
    await settled();
    const etag = String((await get(ofT1, {}, page)).headers['etag']);
    const ofT2 = await chain.tokenOf('gerente_tienda', ['T2']);
    expect((await get(ofT2, { 'if-none-match': etag }, page)).statusCode).toBe(400);
  });
});
