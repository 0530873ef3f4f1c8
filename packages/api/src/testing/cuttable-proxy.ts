import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A way to a database that can be taken away and given back, as a restart of the server does. */
export interface CuttableProxy {
  /** The URL, by way of the proxy. */
  through(url: string): string;
  /** Keeps from its clients whatever the database says on the connections that there are. */
  silence(): void;
  /** Breaks every connection and accepts no more. */
  cut(): Promise<void>;
  /** Accepts connections again, at the same address. */
  mend(): Promise<void>;
}

interface Listening {
  readonly port: number;
  silence(): void;
  stop(): Promise<void>;
}

async function listen(port: number, target: { host: string; port: number }): Promise<Listening> {
  const sockets = new Set<Socket>();
  const silences = new Set<() => void>();
  const server = createServer((incoming) => {
    const outgoing = connect(target);
    const silence = () => void outgoing.unpipe(incoming).resume();
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        incoming.destroy();
        outgoing.destroy();
        sockets.delete(socket);
        silences.delete(silence);
      });
    }
    incoming.pipe(outgoing).pipe(incoming);
    silences.add(silence);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    silence: () => silences.forEach((silence) => silence()),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Opens a proxy in front of the database. */
export async function openCuttableProxy(databaseUrl: string): Promise<CuttableProxy> {
  const { hostname, port } = new URL(databaseUrl);
  const target = { host: hostname, port: Number(port) };
  let listening: Listening | undefined = await listen(0, target);
  const address = listening.port;
  return {
    through: (url) => {
      const changed = new URL(url);
      changed.port = String(address);
      return changed.href;
    },
    silence: () => listening?.silence(),
    cut: async () => {
      await listening?.stop();
      listening = undefined;
    },
    mend: async () => {
      listening ??= await listen(address, target);
    },
  };
}
