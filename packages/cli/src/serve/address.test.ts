import { createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { originOf, refuseTakenPort } from './address.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

function listen(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    servers.push(server);
    server.once('error', reject).listen({ host, port: 0 }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

it.each(['127.0.0.1', '0.0.0.0'])('refuses a port that another program listens on at %s', async (host) => {
  const port = await listen(host);
  await expect(refuseTakenPort({ host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    message: `Another program listens on port ${port}. Stop it, or choose another port: PORT=${port + 1}.`,
  });
});

it('lets a free port pass, and leaves it free', async () => {
  const port = await listen('127.0.0.1');
  await new Promise((resolve) => servers.pop()?.close(resolve));
  await expect(refuseTakenPort({ host: '127.0.0.1', port })).resolves.toBeUndefined();
  await expect(refuseTakenPort({ host: '127.0.0.1', port })).resolves.toBeUndefined();
});

it('says so when the address is not one of this machine', async () => {
  // From the block that RFC 5737 keeps for documentation.
  await expect(refuseTakenPort({ host: '192.0.2.1', port: 8001 })).rejects.toMatchObject({ code: 'CANNOT_LISTEN' });
});

it.each([
  ['127.0.0.1', 'http://localhost:8001'],
  ['0.0.0.0', 'http://localhost:8001'],
  ['192.168.1.20', 'http://192.168.1.20:8001'],
  ['fd00::1', 'http://[fd00::1]:8001'],
])('listening on %s, a browser opens %s', (host, origin) => {
  expect(originOf(host, 8001)).toBe(origin);
});
