import { endpoints, type Endpoint, type EndpointId } from '@fluxion/contract';
import { expect, test } from 'vitest';
import type { Source } from './ask.ts';
import { curlOf, fileAddress, tellsSql } from './files.ts';

const source = (from: Pick<Source, 'id' | 'request'>): Source => ({
  ...from,
  engine: null,
  asOf: null,
  requestId: null,
  etag: null,
});

test('a file has all rows, whichever page is on screen', () => {
  const query = { ubicacion_id: ['T1', 'T2'], limite: 50, cursor: 'abc' };
  expect(fileAddress(source({ id: 'listarVentas', request: { query } }), 'xlsx')).toBe(
    '/ventas?ubicacion_id=T1&ubicacion_id=T2&formato=xlsx',
  );
});

test('a command asks the same again in any shell', () => {
  const request = { query: { q: 'pan d’agua' } };
  expect(curlOf(source({ id: 'buscarProductos', request }), 'https://fluxion.example')).toBe(
    `curl -H "Authorization: Bearer $FLUXION_TOKEN" 'https://fluxion.example/productos?q=pan+d%E2%80%99agua'`,
  );
  const sql = source({ id: 'consultarSql', request: { body: { sql: "SELECT 'x'" } } });
  expect(curlOf(sql, 'http://localhost:8001')).toBe(
    String.raw`curl -H "Authorization: Bearer $FLUXION_TOKEN" -X POST -H 'Content-Type: application/json' --data-raw '{"sql":"SELECT '\''x'\''"}' 'http://localhost:8001/consulta'`,
  );
});

test('SQL is offered of exactly the answers that the server tells it of', () => {
  const told = Object.values<Endpoint>(endpoints).filter(({ query }) => {
    const formato: { readonly enum?: unknown } | undefined = query?.properties['formato'];
    return Array.isArray(formato?.enum) && formato.enum.includes('sql');
  });
  const ids = Object.keys(endpoints).filter((id): id is EndpointId => tellsSql(id as EndpointId));
  expect(ids.toSorted()).toEqual(told.map(({ id }) => id).toSorted());
});
