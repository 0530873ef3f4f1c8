import { ConsultaResponse, TablasResponse } from '@fluxion/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../../testing/answers.ts';
import { openTestChain, type TestChain } from '../../testing/test-chain.ts';

let chain: TestChain;
let token: string;

beforeAll(async () => {
  chain = await openTestChain({ mirrored: true });
  token = await chain.tokenOf('gerente_general');
  await chain.sell([
    { store: 'T1', day: '2024-03-01', product: 'P1', quantity: '2', amount: '25.5' },
    { store: 'T2', day: '2024-03-01', product: 'P2', amount: '3.5' },
  ]);
});

afterAll(() => chain.close());

const ask = (payload: object, { as = token, query = '' } = {}) =>
  chain.server.inject({
    method: 'POST',
    url: `/consulta${query}`,
    payload,
    headers: { authorization: `Bearer ${as}` },
  });

const answer = async (sql: string) => bodyOf(ConsultaResponse, await ask({ sql }));

async function refusal(sql: string): Promise<string> {
  const refused = await ask({ sql });
  expect(refused.statusCode).toBe(422);
  return `${refused.json().codigo} ${refused.json().detail}`;
}

describe('POST /consulta', () => {
  it('answers with what was committed before it was asked, with typed columns', async () => {
    const sql = `SELECT fecha, ubicacion_id AS id, count(*) AS n, sum(monto_total) AS m, sum(monto_total) > 5 AS mas, avg(cantidad) AS n
      FROM ventas_raw GROUP BY ALL ORDER BY id`;
    const { columnas, filas, truncado } = await answer(sql);
    expect(columnas.map(({ nombre, tipo }) => `${nombre} ${tipo}`)).toEqual([
      'fecha fecha',
      'id texto',
      'n entero',
      'm decimal',
      'mas logico',
      'n_2 decimal',
    ]);
    expect(filas).toEqual([
      ['2024-03-01', 'T1', 1, '25.500000', true, '2'],
      ['2024-03-01', 'T2', 1, '3.500000', false, '1'],
    ]);
    expect(truncado).toBe(false);
    await chain.sell([{ store: 'T1', day: '2024-03-02', product: 'P3' }]);
    expect((await answer('SELECT count(*) FROM ventas_raw')).filas).toEqual([[3]]);
  });

  it('reads sums that are kept beside the tables, and names of WITH', async () => {
    const { filas } = await answer('WITH v AS (SELECT sum(lineas) AS n FROM ventas_por_dia) SELECT n FROM v');
    expect(filas).toEqual([['3']]);
  });

  it('gives so many rows, and says that there are more, in files too', async () => {
    const sql = 'SELECT r FROM range(100000000000) t(r)';
    const page = bodyOf(ConsultaResponse, await ask({ sql, limite: 3 }));
    expect(page).toMatchObject({ filas: [[0], [1], [2]], truncado: true });
    const csv = await ask({ sql, limite: 2 }, { query: '?formato=csv' });
    expect(csv.headers['x-fluxion-truncado']).toBe('true');
    expect(csv.body).toBe('r\r\n0\r\n1\r\n');
    const more = await ask({ sql: `SELECT '${'x'.repeat(3000)}' || r AS t FROM range(1000000) x(r)`, limite: 100_000 });
    expect(bodyOf(ConsultaResponse, more)).toMatchObject({ truncado: true });
  });

  it('gives texts where values do not fit a type', async () => {
    const { columnas, filas } = await answer(
      `SELECT 1e300 AS a, CAST('infinity' AS DATE) AS b, CAST('9223372036854775807' AS BIGINT) AS c, 0.1 + 0.2 AS d, CAST(0.1 AS DOUBLE) AS e,
        NULL AS f, TIME '10:00' AS g`,
    );
    expect(columnas.map(({ tipo }) => tipo)).toEqual([
      'texto',
      'texto',
      'decimal',
      'decimal',
      'decimal',
      'entero',
      'texto',
    ]);
    expect(filas).toEqual([['1e+300', 'infinity', '9223372036854775807', '0.3', '0.1', null, '10:00:00']]);
  });

  it.each([
    [`SELECT 1;\nSELECT 2`, 'SQL_REFUSED Debe ser un solo SELECT.'],
    [
      `SELECT\n getenv('HOME')`,
      'SQL_REFUSED La función «getenv» no se admite; docs/sql.md dice cuáles sí. (línea 2, columna 2)',
    ],
    [
      `SELECT * FROM usuarios`,
      'SQL_REFUSED No hay ninguna tabla «usuarios» que se pueda consultar; /consulta/tablas dice cuáles hay. (línea 1, columna 15)',
    ],
    [
      `SELECT * FROM fluxion_mirror.applied`,
      'SQL_REFUSED No hay ninguna tabla «fluxion_mirror.applied» que se pueda consultar; /consulta/tablas dice cuáles hay. (línea 1, columna 15)',
    ],
    [`SELECT CAST('x' AS INTEGER)`, `SQL_REFUSED DuckDB no la ejecuta: Could not convert string 'x' to INT32`],
  ])('refuses %s in one sentence', async (sql, sentence) => {
    expect(await refusal(sql)).toBe(sentence);
  });

  it('names the place of what DuckDB does not find', async () => {
    expect(await refusal('SELECT id,\n  nada FROM ventas_raw')).toMatch(
      /^SQL_REFUSED DuckDB no la ejecuta: Referenced column "nada" not found .*\(línea 2, columna 3\)$/,
    );
  });

  it('ends with the caller', async () => {
    const controller = new AbortController();
    const { address, port } = await listening();
    const asking = fetch(`http://${address}:${port}/consulta`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        sql: 'WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n FROM r) SELECT count(*) FROM r',
      }),
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 300);
    await expect(asking).rejects.toThrow(/abort/i);
    // The only turn is free again.
    expect((await answer('SELECT 1 AS x')).filas).toEqual([[1]]);
  });

  it('is for those who see every store, and written to the audit log', async () => {
    const manager = await chain.tokenOf('gestor_abastecimiento', ['T1']);
    expect((await ask({ sql: 'SELECT 1' }, { as: manager })).statusCode).toBe(403);
    await answer('SELECT 42 AS x');
    await refusal('SELECT version()');
    const { rows } = await chain.pool.query(
      `SELECT detalle FROM fluxion.auditoria WHERE accion = 'consulta_sql' ORDER BY id DESC LIMIT 2`,
    );
    expect(rows.map(({ detalle }) => detalle)).toEqual([
      { sql: 'SELECT version()', resultado: 'SQL_REFUSED' },
      { sql: 'SELECT 42 AS x', resultado: 'hecha', tablas: [], filas: 1, truncado: false },
    ]);
  });
});

async function listening(): Promise<{ address: string; port: number }> {
  if (!chain.server.server.listening) await chain.server.listen({ port: 0, host: '127.0.0.1' });
  const at = chain.server.server.address();
  if (at === null || typeof at === 'string') throw new Error('not listening');
  return at;
}

it('GET /consulta/tablas tells what may be asked', async () => {
  const { tablas } = bodyOf(TablasResponse, await chain.get('/consulta/tablas', token));
  const names = tablas.map(({ nombre }) => nombre);
  expect(names).toContain('ventas_raw');
  expect(tablas.find(({ nombre }) => nombre === 'ventas_por_dia')?.resume).toBe('ventas_raw');
  expect(tablas.find(({ nombre }) => nombre === 'ubicaciones')?.columnas[0]).toEqual({ nombre: 'id', tipo: 'VARCHAR' });
  expect(names.filter((name) => name.includes('usuario') || name.includes('fluxion'))).toEqual([]);
});
