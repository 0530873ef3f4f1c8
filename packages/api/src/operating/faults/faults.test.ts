import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { openPool } from '@fluxion/engine/postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServer } from '../../server.ts';
import { noQuestions } from '../../testing/no-questions.ts';
import { openFaultReports, type FaultReports } from './faults.ts';

const received: { path: string; body: string }[] = [];
const ingest = createHttpServer((request, response) => {
  void text(request).then((body) => {
    received.push({ path: request.url ?? '', body });
    response.writeHead(200).end('{}');
  });
});
let reports: FaultReports;

beforeAll(async () => {
  ingest.listen(0, '127.0.0.1');
  await once(ingest, 'listening');
  const address = ingest.address();
  const port = typeof address === 'object' ? address?.port : 0;
  reports = await openFaultReports({
    dsn: `http://clave@127.0.0.1:${port}/42`,
    version: '1.2.3',
    environment: 'staging',
  });
});
afterAll(async () => {
  ingest.close();
  await once(ingest, 'close');
});

it('reports what a request is answered with 5xx for, under its id, and nothing that it carried', async () => {
  const pool = openPool({ url: 'postgres://nadie@127.0.0.1:1/nada', applicationName: 'fluxion-test', max: 2 });
  const app = await createServer({
    pool,
    ask: noQuestions,
    version: '1.2.3',
    dashboardDirectory: '/nowhere',
    faults: reports,
  });
  const token = `fx_${'a'.repeat(43)}`;
  await app.inject({ url: '/no/existe' });
  const headers = { authorization: `Bearer ${token}`, cookie: 'fluxion_sesion=galleta' };
  const answer = await app.inject({ url: '/ventas?cursor=secreto', headers });
  expect(answer.statusCode).toBe(503);
  await reports.flush();
  await app.close();
  await pool.end();

  expect(received).toHaveLength(1);
  const { path, body } = received[0] ?? { path: '', body: '' };
  expect(path).toContain('/api/42/envelope/');
  const event: unknown = JSON.parse(body.split('\n')[2] ?? '');
  expect(event).toMatchObject({
    environment: 'staging',
    release: 'fluxion@1.2.3',
    tags: { request_id: answer.headers['x-request-id'], code: 'DATABASE_UNAVAILABLE', method: 'GET', route: '/ventas' },
  });
  expect(JSON.stringify(event)).toContain('ECONNREFUSED');
  for (const secret of [token, 'galleta', 'secreto', 'authorization']) expect(body).not.toContain(secret);
});

it('does not fail where nobody takes reports', async () => {
  const nowhere = await openFaultReports({
    dsn: 'http://clave@127.0.0.1:1/42',
    version: '1.2.3',
    environment: undefined,
  });
  nowhere.report(new Error('x'), {});
  await expect(nowhere.flush()).resolves.toBeUndefined();
});
