import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { context, propagation, trace } from '@opentelemetry/api';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestChain, type TestChain } from '../../testing/test-chain.ts';

const Attribute = Type.Object({ key: Type.String(), value: Type.Record(Type.String(), Type.Unknown()) });
const Span = Type.Object({
  traceId: Type.String(),
  spanId: Type.String(),
  parentSpanId: Type.Optional(Type.String()),
  name: Type.String(),
  attributes: Type.Array(Attribute),
});
const Export = Type.Object({
  resourceSpans: Type.Array(
    Type.Object({
      resource: Type.Object({ attributes: Type.Array(Attribute) }),
      scopeSpans: Type.Array(Type.Object({ spans: Type.Array(Span) })),
    }),
  ),
});

const received: Static<typeof Export>['resourceSpans'] = [];
const collector = createServer((request, response) => {
  void json(request).then((body) => {
    if (request.url === '/v1/traces') received.push(...Value.Parse(Export, body).resourceSpans);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
});
let chain: TestChain;

beforeAll(async () => {
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const address = collector.address();
  const port = typeof address === 'object' ? address?.port : 0;
  chain = await openTestChain({ operating: { traces: `http://127.0.0.1:${port}` } });
});
afterAll(async () => {
  trace.disable();
  context.disable();
  propagation.disable();
  collector.close();
  await once(collector, 'close');
});

it('sends a span of each request and of its queries, in the trace of the caller', async () => {
  const token = await chain.tokenOf('super_admin');
  const traceId = 'a'.repeat(32);
  const headers = { authorization: `Bearer ${token}`, traceparent: `00-${traceId}-${'b'.repeat(16)}-01` };
  const own = await Promise.all([0, 1, 2, 3, 4, 5].map(() => chain.get('/ubicaciones', token)));
  expect(own.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 200]);
  const { headers: answered } = await chain.server.inject({ url: '/ubicaciones', headers });
  await chain.close();

  const spans = received.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  const requests = spans.filter(({ name }) => name === 'GET /ubicaciones');
  expect(requests).toHaveLength(7);
  const called = requests.find((span) => span.traceId === traceId);
  expect(called?.parentSpanId).toBe('b'.repeat(16));
  expect(called?.attributes).toEqual(
    expect.arrayContaining([
      { key: 'http.response.status_code', value: { intValue: 200 } },
      { key: 'fluxion.request_id', value: { stringValue: answered['x-request-id'] } },
    ]),
  );
  // Each request has its own queries, also where many wait for a connection.
  for (const request of requests) {
    const queries = spans.filter(({ parentSpanId }) => parentSpanId === request.spanId);
    expect(queries.length).toBeGreaterThanOrEqual(1);
    expect(new Set(queries.map((span) => span.traceId))).toEqual(new Set([request.traceId]));
  }
  expect(JSON.stringify(spans)).not.toContain(token);
  expect(received[0]?.resource.attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'fluxion' } });
});
