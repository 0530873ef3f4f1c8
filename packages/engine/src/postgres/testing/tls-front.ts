import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { TLSSocket } from 'node:tls';

/** Where a certificate lies: `ca` signed that of `server`, which is of localhost; `other` signed nothing. Valid until 2126. */
export function certificatePath(name: 'ca' | 'other' | 'server' | 'key'): string {
  const file = name === 'key' ? 'server.key' : `${name}.crt`;
  return fileURLToPath(new URL(`./certificates/${file}`, import.meta.url));
}

export interface TlsFront {
  readonly port: number;
  /** How many connections have been encrypted. */
  encrypted(): number;
  close(): Promise<void>;
}

const sslRequestBytes = 8;

/** A PostgreSQL that speaks TLS: it answers the request for encryption, and passes on what it decrypts. */
export async function openTlsFront(databaseUrl: string): Promise<TlsFront> {
  const { hostname, port } = new URL(databaseUrl);
  const credentials = { cert: readFileSync(certificatePath('server')), key: readFileSync(certificatePath('key')) };
  const sockets = new Set<Socket>();
  let encrypted = 0;
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    socket.once('readable', () => {
      socket.read(sslRequestBytes);
      socket.write('S');
      const inside = new TLSSocket(socket, { isServer: true, ...credentials }).on('error', () => socket.destroy());
      inside.once('secure', () => (encrypted += 1));
      const outgoing = connect({ host: hostname, port: Number(port) }).on('error', () => socket.destroy());
      sockets.add(outgoing);
      inside.pipe(outgoing).pipe(inside);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    encrypted: () => encrypted,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
