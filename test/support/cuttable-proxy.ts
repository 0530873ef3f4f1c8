import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';

/** A way to a server that can be cut, as a network is. */
export interface CuttableProxy {
  /** The server's URL by this way. */
  readonly url: string;
  /** Breaks every connection off; new ones get through again. */
  cut(): void;
  close(): Promise<void>;
}

export async function startProxy(url: string): Promise<CuttableProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const through = new URL(url);
  through.port = String(typeof address === 'object' ? address?.port : '');
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: through.href,
    cut,
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
