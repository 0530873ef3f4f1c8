import { Type } from 'typebox';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { endpoint, type Endpoint } from '../base/index.ts';
import type { CargasResponse } from '../resources/cargas.ts';
import { ApiProblem, createClient, type Client } from './index.ts';
import { addressOf } from './send.ts';

const range = { fecha_inicio: '2024-03-01', fecha_fin: '2024-03-03' };

/** A client whose every request is answered so, and what it has sent. */
function answeredWith(answer: Response | Error) {
  const asked = vi.fn<typeof fetch>(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)));
  const client = createClient({ url: 'https://fluxion.example/', token: 'fx_abc', fetch: asked });
  const sent = () => ({ address: asked.mock.calls[0]?.[0], ...asked.mock.calls[0]?.[1] });
  return { client, sent };
}

async function problemOf(answer: Response | Error): Promise<ApiProblem> {
  const { client } = answeredWith(answer);
  const problem = await client.listarCargas().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(problem instanceof ApiProblem)) throw new Error('The request did not fail as expected', { cause: problem });
  return problem;
}

describe('a request', () => {
  it('goes to the endpoint’s address, with its filters and the key', async () => {
    const { client, sent } = answeredWith(Response.json({ datos: [], siguiente: null }));
    await client.listarCargas({ query: { ubicacion_id: ['T1', 'T 2'], limite: 5, fuente: 'ventas' } });
    const { address, method, headers } = sent();
    expect(address).toBe('https://fluxion.example/cargas?ubicacion_id=T1&ubicacion_id=T+2&limite=5&fuente=ventas');
    expect(method).toBe('GET');
    expect(Object.fromEntries(new Headers(headers))).toEqual({
      accept: 'application/json',
      authorization: 'Bearer fx_abc',
    });
  });

  it('sends a body as JSON', async () => {
    const { client, sent } = answeredWith(Response.json({ encoladas: 1, en_cola: 0, sin_origen: 0 }, { status: 202 }));
    const { body, status } = await client.recuperarCargas({ body: range });
    expect([status, body.encoladas]).toEqual([202, 1]);
    expect(sent()).toMatchObject({ method: 'POST', body: JSON.stringify(range) });
    expect(new Headers(sent().headers).get('content-type')).toBe('application/json');
  });

  it('puts parameters into the path so that they stay one part of it', () => {
    const one = endpoint({
      id: 'x',
      method: 'GET',
      path: '/pedidos/:id/historial',
      summary: 'x',
      tag: 'x',
      answers: { 200: Type.Null() },
    }) satisfies Endpoint;
    expect(addressOf(one, { params: { id: '../a b?c' }, query: { x: undefined } })).toBe(
      '/pedidos/..%2Fa%20b%3Fc/historial',
    );
  });

  it('has the types of its endpoint', () => {
    expectTypeOf<Awaited<ReturnType<Client['listarCargas']>>['body']>().toEqualTypeOf<CargasResponse>();
    expectTypeOf<NonNullable<Parameters<Client['listarCargas']>[0]>['query']>().not.toHaveProperty('formato');
    expectTypeOf<Parameters<Client['recuperarCargas']>[0]['body']['fecha_inicio']>().toEqualTypeOf<string>();
    expectTypeOf<Client['recuperarCargas']>().not.toHaveProperty('file');
  });
});

describe('an answer', () => {
  it('tells its version, its engine and what it knows', async () => {
    const headers = { etag: 'W/"1"', 'x-fluxion-engine': 'mirror', 'x-fluxion-as-of': 'now', 'x-request-id': 'r1' };
    const { client } = answeredWith(Response.json({ datos: [], siguiente: null }, { headers }));
    expect(await client.listarCargas()).toEqual({
      body: { datos: [], siguiente: null },
      status: 200,
      etag: 'W/"1"',
      engine: 'mirror',
      asOf: 'now',
      snapshot: null,
      requestId: 'r1',
    });
  });

  it('may be a file', async () => {
    const headers = { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="cargas.csv"' };
    const { client, sent } = answeredWith(new Response('id\n1\n', { headers }));
    const { name, mediaType, stream } = await client.listarCargas.file({ query: { fuente: 'ventas' }, format: 'csv' });
    expect(sent().address).toBe('https://fluxion.example/cargas?fuente=ventas&formato=csv');
    expect([name, mediaType, await new Response(stream).text()]).toEqual(['cargas.csv', 'text/csv', 'id\n1\n']);
  });
});

describe('a failure', () => {
  it('says what the problem document says', async () => {
    const campos = [{ campo: 'limite', mensaje: 'debe ser 1 o más' }];
    const body = { codigo: 'INVALID_REQUEST', title: 'No es válida', status: 400, campos, id_solicitud: 'r1' };
    const problem = await problemOf(Response.json(body, { status: 400, headers: { 'retry-after': '7' } }));
    expect(problem).toMatchObject({
      kind: 'refused',
      status: 400,
      codigo: 'INVALID_REQUEST',
      title: 'No es válida',
      campos,
      requestId: 'r1',
      retryAfterSeconds: 7,
    });
  });

  it('without an answer is unreachable', async () => {
    expect(await problemOf(new TypeError('Failed to fetch'))).toMatchObject({ kind: 'unreachable', status: undefined });
  });

  it.each(['<html>Bad gateway</html>', '"text"', '[]', 'null'])(
    'of a proxy that says %s has a status',
    async (body) => {
      expect(await problemOf(new Response(body, { status: 502 }))).toMatchObject({
        kind: 'refused',
        status: 502,
        codigo: undefined,
        campos: [],
      });
    },
  );

  it('with success but without JSON is unreadable', async () => {
    const problem = await problemOf(new Response('<html></html>', { status: 200 }));
    expect(problem).toMatchObject({ kind: 'unreadable', status: 200 });
  });

  it('is the caller’s own reason where the caller has cancelled', async () => {
    const { client } = answeredWith(new Error('aborted'));
    const asked = client.listarCargas({ signal: AbortSignal.abort() });
    await expect(asked).rejects.toThrow('aborted');
    await expect(asked).rejects.not.toBeInstanceOf(ApiProblem);
  });
});
