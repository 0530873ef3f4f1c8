import { endpoints, type Endpoint } from '@fluxion/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedForeign } from '../access/testing/foreign-data.ts';
import { tellsSql } from '../openapi/media-types.ts';
import { openTestChain, type TestChain } from '../testing/test-chain.ts';

let chain: TestChain;
let everything: string;
let ofT1: string;

beforeAll(async () => {
  chain = await openTestChain({ mirrored: true });
  await seedForeign(chain);
  everything = await chain.tokenOf('super_admin');
  ofT1 = await chain.tokenOf('gerente_tienda', ['T1']);
});
afterAll(() => chain.close());

const telling = Object.values<Endpoint>(endpoints).filter((endpoint) => tellsSql(endpoint));

/** Filters that the endpoints take, where they do: texts with what SQL would trip over. */
const filters: Readonly<Record<string, readonly string[]>> = {
  fecha: ['2024-03-09'],
  fecha_inicio: ['2024-03-01'],
  fecha_fin: ['2024-03-09'],
  ubicacion_id: ['T1', 'T2'],
  producto_id: ['P1', 'P2'],
  categoria: ['Víveres', "O'Higgins $1"],
  q: ['café'],
};
const ids: Readonly<Record<string, string>> = { '/pedidos': 'PED-AJENO', '/productos': 'P1' };

function urlOf({ path, query }: Endpoint, asked: Readonly<Record<string, readonly string[]>>): string {
  const known = Object.entries(query?.properties ?? {});
  const search = new URLSearchParams();
  for (const [name, schema] of known) {
    const isList = 'type' in schema && schema.type === 'array';
    const values = asked[name] ?? [];
    for (const value of isList ? values : values.slice(0, 1)) search.append(name, value);
  }
  const id = Object.entries(ids).find(([start]) => path.startsWith(start))?.[1] ?? '';
  return `${path.replace(':id', id)}?${search}`;
}

async function sqlOf(url: string, token: string): Promise<string> {
  const answer = await chain.get(`${url}&formato=sql`, token);
  expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([url, 200, 'text/plain; charset=utf-8']);
  return answer.body;
}

/** How many rows come as a file. */
async function countOf(url: string, token: string): Promise<number> {
  const { body, statusCode } = await chain.get(`${url}&formato=ndjson`, token);
  expect([url, statusCode]).toEqual([url, 200]);
  return body === '' ? 0 : body.trimEnd().split('\n').length;
}

/** What SQL as people run it gives in each engine that it says it is for. */
async function counts(sql: string): Promise<readonly number[]> {
  const { rowCount } = await chain.pool.query(sql);
  if (!sql.includes('/consulta')) return [rowCount ?? 0];
  const payload = { sql };
  const answer = await chain.server.inject({
    method: 'POST',
    url: '/consulta',
    payload,
    headers: { authorization: `Bearer ${everything}` },
  });
  expect([sql, answer.statusCode, answer.json().detail]).toEqual([sql, 200, undefined]);
  return [rowCount ?? 0, answer.json().filas.length];
}

describe.each(telling.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (_, endpoint) => {
  it.each([
    ['of all', { fecha: ['2024-03-09'] }],
    ['of some', filters],
  ])('tells SQL that gives as many rows as the file has, in each engine: %s', async (__, asked) => {
    const url = urlOf(endpoint, asked);
    const sql = await sqlOf(url, everything);
    // Reading a file is noted in the audit log.
    const expectedCounts = endpoint.id === 'listarAuditoria' ? [] : await counts(sql);
    const rows = await countOf(url, everything);
    // Three periods of the summary are three columns of one row.
    const expected = endpoint.id === 'resumirVentas' ? Math.min(rows, 1) : rows;
    for (const count of expectedCounts) expect([sql, count]).toEqual([sql, expected]);
  });
});

it('is told by nearly every table', () => {
  expect(telling.length).toBeGreaterThan(25);
  const silent = Object.values<Endpoint>(endpoints).filter((one) => one.table !== undefined && !tellsSql(one));
  expect(silent.map(({ id }) => id).toSorted()).toEqual([
    'consultarSql',
    'sugerirPedido',
    'verCalendarioCargas',
    'verFrescura',
  ]);
});

it('has the request above it, with its values', async () => {
  const sql = await sqlOf('/ventas/por/tienda?fecha_inicio=2024-03-01&fecha_fin=2024-03-02&ubicacion_id=T1', ofT1);
  expect(sql).toMatch(
    /^-- .*\n-- GET \/ventas\/por\/tienda\?fecha_inicio=2024-03-01&fecha_fin=2024-03-02&ubicacion_id=T1\n-- /,
  );
  expect(sql).toContain("ubicacion_id IN ('T1')");
  expect(sql).not.toMatch(/\$\d/);
});

it("asks for the caller's stores alone, also where none is named", async () => {
  for (const endpoint of telling) {
    const { body } = await chain.get(`${urlOf(endpoint, {})}&formato=sql`, ofT1);
    expect(body).not.toMatch(/'T2'|'T3'|'C1'/);
  }
  const sql = await sqlOf('/ventas?', ofT1);
  const { rows } = await chain.pool.query<{ ubicacion_id: string }>(sql);
  expect(rows.map(({ ubicacion_id }) => ubicacion_id)).toEqual(['T1']);
});

it('is refused as the rows are', async () => {
  expect((await chain.get('/auditoria?formato=sql', ofT1)).statusCode).toBe(403);
  expect((await chain.get('/ventas?ubicacion_id=T2&formato=sql', ofT1)).statusCode).toBe(400);
  expect((await chain.get('/pedidos/PED-AJENO/lineas?formato=sql', ofT1)).statusCode).toBe(404);
  expect((await chain.get('/frescura?formato=sql', ofT1)).statusCode).toBe(400);
});

it('asks for the page of a ranking that is asked for', async () => {
  const sql = await sqlOf('/ventas/por/producto?fecha_fin=2024-03-09&limite=1&desplazamiento=1', everything);
  expect(await counts(sql)).toEqual([1, 1]);
});

it('gives nothing where there are no sales that a range could end with', async () => {
  const nobody = await chain.tokenOf('gestor_abastecimiento');
  expect(await counts(await sqlOf('/ventas/serie?', nobody))).toEqual([0, 0]);
});
