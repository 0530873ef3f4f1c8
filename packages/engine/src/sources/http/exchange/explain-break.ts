import { messageOf } from '../../../base/index.ts';
import { passingFailure, SourceFailure } from '../failure.ts';

const clauses: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses the connection',
  ENOTFOUND: 'is not known by that host name',
  EAI_AGAIN: 'is not known by that host name just now',
  EHOSTUNREACH: 'cannot be reached over the network',
  ENETUNREACH: 'cannot be reached over the network',
  ETIMEDOUT: 'cannot be connected to in time',
  HPE_INVALID_CONSTANT: 'does not answer in HTTP',
};

/** Bytes behind the end that the Content-Length told: the parser takes them for another answer, or for none. */
const surplus = ['HPE_INVALID_CONSTANT', 'HPE_CLOSED_CONNECTION'];

/** A certificate does not become good by asking again. */
const certificate = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO)/;

/**
 * The failure that a broken connection is; `bytes` of the body have come, undefined before there is an answer. What is a
 * SourceFailure stays what it is.
 */
export function explainBreak(error: unknown, bytes: number | undefined): unknown {
  if (error instanceof SourceFailure || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (certificate.test(code))
    return new SourceFailure(`has no valid certificate (${messageOf(error)})`, { cause: error });
  if (bytes === undefined) return passingFailure(beforeAnswer(code, error), { cause: error });
  if (surplus.includes(code))
    return passingFailure('answers with more bytes than its Content-Length says', { cause: error });
  if (code.startsWith('HPE_'))
    return passingFailure(`answers with broken HTTP (${messageOf(error)})`, { cause: error });
  if (code.startsWith('Z_')) return passingFailure(`answers with broken gzip, after ${bytes} bytes`, { cause: error });
  return passingFailure(`breaks off in the middle of its answer, after ${bytes} bytes`, { cause: error });
}

function beforeAnswer(code: string, error: Error): string {
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'closes the connection without an answer';
  return (
    clauses[code] ??
    (code.startsWith('HPE_')
      ? `answers with broken HTTP (${messageOf(error)})`
      : `cannot be asked (${messageOf(error)})`)
  );
}
