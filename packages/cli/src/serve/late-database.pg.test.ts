import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '#testing/database.ts';
import { expect, it, onTestFinished } from 'vitest';
import { startFluxion } from '../testing/fluxion.ts';

/** A port at which the database can be reached only once it is opened. */
async function closedPort(databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl);
  const target = { host: hostname, port: Number(port) };
  const server = createServer((near) => {
    const far = connect(target);
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  };
  const free = await listen(0);
  server.close();
  await once(server, 'close');
  onTestFinished(() => void server.close());
  return { free, open: () => listen(free) };
}

it('serves before its database is there, says what it waits for, and goes on when it comes', async () => {
  const database = await createTestDatabase({ template: 'fluxion' });
  const home = await mkdtemp(join(tmpdir(), 'fluxion-late-'));
  onTestFinished(async () => {
    await database.drop();
    await rm(home, { recursive: true, force: true });
  });
  const port = await closedPort(database.url);
  const url = new URL(database.url);
  url.port = String(port.free);
  const httpPort = String((await closedPort(database.url)).free);
  const running = startFluxion(['up', '--no-mirror', '--port', httpPort], {
    DATABASE_URL: url.href,
    FLUXION_HOME: home,
  });
  const [line] = await running.printed(/^fluxion: No usable PostgreSQL at .* Waiting for it \.\.\.$/m);
  expect(line).not.toContain(url.password);
  const origin = `http://127.0.0.1:${httpPort}`;
  expect((await fetch(`${origin}/health`)).status).toBe(200);
  expect((await fetch(`${origin}/ready`)).status).toBe(503);
  const refused = await fetch(`${origin}/ubicaciones`, { headers: { authorization: `Bearer fx_${'a'.repeat(43)}` } });
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ codigo: 'DATABASE_UNAVAILABLE' });

  await port.open();
  const [, token = ''] = await running.printed(/Bearer (fx_[\w-]+)/);
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(`${origin}/ubicaciones`, { headers })).status).toBe(200);
  expect((await fetch(`${origin}/ready`)).status).toBe(200);
  running.signal('SIGTERM');
  expect((await running.ended).exitCode).toBe(0);
});
