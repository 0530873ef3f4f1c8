import { FluxionError } from '@fluxion/engine/base';

/** SQLSTATE classes and codes that mean: this server cannot answer now, another try may. */
const unavailableStates = [/^08/, /^53/, /^57P0[1-5]$/, /^25006$/];
const unavailableSystemCodes = new Set([
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
/** What the driver says, without any code, when a connection is lost or none is to be had. */
const driverMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after)/;
const queryCanceled = '57014';

export type DatabaseFailure = 'unavailable' | 'timeout';

function codeOf(error: object): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether an error of the driver means that the database is away or that a statement was cancelled; else undefined. */
export function databaseFailure(error: unknown): DatabaseFailure | undefined {
  if (error instanceof AggregateError) return error.errors.map(databaseFailure).find((found) => found !== undefined);
  if (!(error instanceof Error)) return undefined;
  if (error instanceof FluxionError) return error.code === 'DATABASE_UNREACHABLE' ? 'unavailable' : undefined;
  const code = codeOf(error);
  if (code === queryCanceled) return 'timeout';
  if (code === undefined) return driverMessages.test(error.message) ? 'unavailable' : undefined;
  if (unavailableSystemCodes.has(code) && 'syscall' in error) return 'unavailable';
  return unavailableStates.some((state) => state.test(code)) ? 'unavailable' : undefined;
}
