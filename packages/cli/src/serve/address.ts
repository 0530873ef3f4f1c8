import { createServer } from 'node:net';
import { FluxionError, messageOf } from '@fluxion/engine/base';

/** Where a server listens. */
export interface Address {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

/**
 * Finds out, before any long work, that the address can be listened on.
 * @throws FluxionError PORT_IN_USE or CANNOT_LISTEN
 */
export async function refuseTakenPort({ host, port }: Address): Promise<void> {
  if (port === 0) return;
  await tryToListen({ host, port });
  // Browsers take `localhost` for ::1 first: somebody else's server there would answer in our place.
  if (host === '127.0.0.1') await tryToListen({ host: '::1', port }, ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EACCES']);
}

function tryToListen(address: Address, forgiven: readonly string[] = []): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      forgiven.includes(error.code ?? '') ? resolve() : reject(listenError(error, address)),
    );
    server.listen({ ...address, exclusive: true }, () => server.close(() => resolve()));
  });
}

/** The failure to listen, in words that say what to do; anything else is given back as it is. */
export function listenError(error: unknown, { host, port }: Address): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'EADDRINUSE') {
    const message = `Another program listens on port ${port}. Stop it, or choose another port: PORT=${port + 1}.`;
    return new FluxionError('PORT_IN_USE', message, { cause: error });
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    const message = `It is not possible to listen on ${host}, port ${port}: ${messageOf(error)}.`;
    return new FluxionError('CANNOT_LISTEN', message, { cause: error });
  }
  return error;
}

/** The address that a person on this machine opens: one that stands for every interface is no address to open. */
export function originOf(host: string, port: number): string {
  const local = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host);
  return `http://${local ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}
