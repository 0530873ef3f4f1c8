import type { Duplex } from 'node:stream';
import { problemBody, problemMediaType, RequestProblem } from './problem.ts';

/** Answers what is not HTTP, or came too slowly or too large: there is no request yet, only the connection. */
export function sendBadConnection(error: Error, connection: Duplex): void {
  const left = 'code' in error && error.code === 'ECONNRESET';
  if (left || !connection.writable) {
    connection.destroy();
    return;
  }
  const body = JSON.stringify(problemBody(new RequestProblem('INVALID_REQUEST'), crypto.randomUUID()));
  const head = [
    'HTTP/1.1 400 Bad Request',
    `Content-Type: ${problemMediaType}; charset=utf-8`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  connection.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
