import { TLSSocket } from 'node:tls';
import pg from 'pg';
import type { AskedDatabase } from '../asked.ts';
import { ok, problem, warning, type Check, type Verdict } from '../../verdict.ts';
import { parameter } from './parameter.ts';

const verifyFull =
  'Add ?sslmode=verify-full&sslrootcert=FILE to the address, with the file of the CA: for RDS, its global bundle.';
const dayMs = 86_400_000;
/** A server's certificate is renewed by then, if anybody looks after it. */
const soonDays = 30;

/** Whether nobody can listen between here and there. */
function isHere(host: string): boolean {
  return host.startsWith('/') || ['localhost', '127.0.0.1', '::1', '[::1]'].includes(host);
}

interface Connected {
  readonly socket: unknown;
  /** A socket's folder begins with a slash. */
  readonly host: string;
}

/** What our side of the connection knows of it: behind a proxy the server would tell of another one. */
async function connectedTo(pool: pg.Pool): Promise<Connected> {
  const client = await pool.connect();
  try {
    await client.query('SELECT');
    return client instanceof pg.Client
      ? { socket: client.connection.stream, host: client.host }
      : { socket: undefined, host: '' };
  } finally {
    client.release();
  }
}

function certificateVerdict(socket: TLSSocket): readonly Verdict[] {
  const { valid_to: until } = socket.getPeerCertificate();
  const days = Math.floor((Date.parse(until) - Date.now()) / dayMs);
  if (Number.isNaN(days) || days >= soonDays) return [];
  return [
    warning(
      `The server's certificate ends in ${days} days.`,
      'Renew it: on RDS, choose a newer CA and let it restart.',
    ),
  ];
}

/** How the connection is encrypted, and whether it could be somebody else at the other end. */
export const encryption: Check<AskedDatabase> = {
  name: 'encryption',
  async look({ pool, url, target }) {
    const { socket, host } = await connectedTo(pool);
    const isOurs = target === undefined && isHere(host);
    const worse = target === 'rds' ? problem : warning;
    if (!(socket instanceof TLSSocket)) {
      if (isOurs) return [ok('Not encrypted, and the server is on this machine.')];
      return [worse('The connection is not encrypted: passwords and sales can be read on the way.', verifyFull)];
    }
    const { name, standardName } = socket.getCipher();
    const found = `${socket.getProtocol()} with ${standardName ?? name}`;
    const checked = parameter(url, 'sslmode') === 'verify-full' && socket.authorized;
    if (!checked && !isOurs) {
      return [
        worse(
          `${found}, but nobody checks whose certificate it is: anybody between here and there may pose as the server.`,
          verifyFull,
        ),
      ];
    }
    return [ok(`${found}${checked ? "; the server's certificate is checked" : ''}.`), ...certificateVerdict(socket)];
  },
};
