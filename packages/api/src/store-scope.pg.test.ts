import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { openTestChain, type TestChain } from './testing/test-chain.ts';

/** Words that only data of stores other than T1 holds. */
const foreign = /"T2"|"T3"|"C1"|Este|Antigua|Central|99999|FACTURA-AJENA/;
const OpenApi = Type.Object({
  paths: Type.Record(
    Type.String(),
    Type.Record(Type.String(), Type.Object({ parameters: Type.Optional(Parameters()) })),
  ),
});
let chain: TestChain;
let everyUrl: readonly string[];

function Parameters() {
  return Type.Array(Type.Object({ name: Type.String(), in: Type.String() }));
}

beforeAll(async () => {
  chain = await openTestChain();
  await chain.sell([
    { store: 'T1', day: '2024-03-01', receipt: 'A1', product: 'P1' },
    { store: 'T2', day: '2024-03-01', receipt: 'FACTURA-AJENA', product: 'P2', amount: '99999' },
    { store: 'T2', day: '2024-03-09', receipt: 'FACTURA-AJENA', product: 'P2', amount: '99999' },
    { store: 'C1', day: '2024-03-02', receipt: 'FACTURA-AJENA', product: 'P3', amount: '99999' },
  ]);
  const { paths } = Value.Parse(OpenApi, chain.server.swagger());
  everyUrl = Object.entries(paths).flatMap(([path, { get }]) => (get === undefined ? [] : [path]));
});

afterAll(() => chain.close());

/** The paths that take a store, from the API's own description: a new one cannot be forgotten. */
function urlsWithStore(): readonly string[] {
  const { paths } = Value.Parse(OpenApi, chain.server.swagger());
  return Object.entries(paths).flatMap(([path, { get }]) =>
    get?.parameters?.some(({ name }) => name === 'ubicacion_id') === true ? [path] : [],
  );
}

describe('a person with one store', () => {
  it.each(['visualizador', 'gerente_tienda', 'gestor_abastecimiento'] as const)(
    'as %s reads nothing of the others, anywhere',
    async (role) => {
      const token = await chain.tokenOf(role, ['T1']);
      expect(everyUrl).toEqual(expect.arrayContaining(['/ventas', '/estadisticas', '/ubicaciones', '/productos']));
      for (const url of everyUrl) {
        const answer = await chain.get(url, token);
        expect({ url, status: answer.statusCode }).toEqual({ url, status: 200 });
        expect(`${url} ${answer.body}`).not.toMatch(foreign);
      }
    },
  );

  it('reads their own', async () => {
    const token = await chain.tokenOf('gerente_tienda', ['T1']);
    expect((await chain.get('/ventas?ubicacion_id=T1', token)).json()).toHaveProperty('datos.length', 1);
    const statistics = await chain.get('/estadisticas', token);
    expect(statistics.json()).toMatchObject({
      rango: { fecha_inicio: '2024-03-01', fecha_fin: '2024-03-01' },
      totales: { venta_total: '10.00', lineas: 1 },
      por_tienda: [{ ubicacion_id: 'T1' }],
    });
    expect((await chain.get('/ubicaciones', token)).json()).toMatchObject({ datos: [{ id: 'T1' }] });
  });

  it('cannot tell a store of others from one that is not there', async () => {
    const token = await chain.tokenOf('gerente_tienda', ['T1']);
    expect(urlsWithStore()).toEqual(expect.arrayContaining(['/ventas', '/estadisticas']));
    for (const url of urlsWithStore()) {
      for (const asked of ['ubicacion_id=T2', 'ubicacion_id=T1&ubicacion_id=T2']) {
        const foreignStore = await chain.get(`${url}?${asked}`, token);
        const noStore = await chain.get(`${url}?${asked.replace('T2', 'T9')}`, token);
        expect(foreignStore.statusCode).toBe(400);
        const comparable = (body: string) => body.replaceAll('T2', 'T9').replace(/"id_solicitud":"[^"]*"/, '');
        expect(comparable(foreignStore.body)).toBe(comparable(noStore.body));
      }
    }
  });

  it("gains nothing by a cursor that points into another's store", async () => {
    const token = await chain.tokenOf('gerente_tienda', ['T1']);
    const cursor = Buffer.from(JSON.stringify(['2024-03-01', 'T2', '0'])).toString('base64url');
    const answer = await chain.get(`/ventas?cursor=${cursor}`, token);
    expect(answer.json()).toEqual({ datos: [], siguiente: null });
  });
});

describe('a person without stores', () => {
  it('reads nothing of any', async () => {
    const token = await chain.tokenOf('gestor_abastecimiento');
    for (const url of everyUrl) {
      const answer = await chain.get(url, token);
      expect({ url, status: answer.statusCode }).toEqual({ url, status: 200 });
      expect(`${url} ${answer.body}`).not.toMatch(/"T1"|Centro/);
      expect(`${url} ${answer.body}`).not.toMatch(foreign);
    }
    expect((await chain.get('/ventas?ubicacion_id=T1', token)).statusCode).toBe(400);
  });
});

describe('a person of the whole chain', () => {
  it.each(['gerente_general', 'super_admin'] as const)('as %s reads every store', async (role) => {
    const token = await chain.tokenOf(role);
    expect((await chain.get('/ubicaciones', token)).json()).toHaveProperty('datos.length', 4);
    expect((await chain.get('/ventas', token)).json()).toHaveProperty('datos.length', 4);
    expect((await chain.get('/estadisticas?ubicacion_id=T2', token)).statusCode).toBe(200);
  });
});
