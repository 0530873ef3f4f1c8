import { FluxionError } from '../base/index.ts';

/**
 * What an error of the driver says of the server. `away`: it could not be reached or takes no work, and the statement was
 * not begun. `lost`: the connection ended under a statement, which may have been done or not. `timeout`: the statement was
 * cancelled, and nothing of it was done.
 */
export type ServerFailure = 'away' | 'lost' | 'timeout';

const connecting = new Set(['connect', 'getaddrinfo']);
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'ENOENT',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** SQLSTATE: it starts or stops, is full, or only reads because another one is the primary now. */
const awayStates = /^(53...|57P03|25006)$/;
/** SQLSTATE: the connection failed, or the server ended it. */
const lostStates = /^(08...|57P0[1245])$/;
const canceled = '57014';
/** What the driver says, without any code. */
const awayMessages =
  /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout|Cannot use a pool after)/;
const lostMessages = /^(Connection terminated|Client has encountered a connection error)/;

/** What an error says of the server; undefined if it says nothing of it: the statement was wrong, or no statement was. */
export function serverFailure(error: unknown): ServerFailure | undefined {
  if (error instanceof AggregateError) return error.errors.map(serverFailure).find((found) => found !== undefined);
  if (!(error instanceof Error)) return undefined;
  if (error instanceof FluxionError) return error.code === 'DATABASE_UNREACHABLE' ? 'away' : undefined;
  const { code, syscall } = error as Error & { readonly code?: unknown; readonly syscall?: unknown };
  if (typeof code !== 'string') {
    if (awayMessages.test(error.message)) return 'away';
    return lostMessages.test(error.message) ? 'lost' : undefined;
  }
  if (typeof syscall === 'string' && systemCodes.has(code)) return connecting.has(syscall) ? 'away' : 'lost';
  if (code === canceled) return 'timeout';
  if (awayStates.test(code)) return 'away';
  return lostStates.test(code) ? 'lost' : undefined;
}
