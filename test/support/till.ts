import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createRawServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A till's server on this machine. */
export interface Till {
  /** http://127.0.0.1:PORT */
  readonly origin: string;
  /** The paths with parameters that it was asked for, in order. */
  readonly asked: string[];
}

type Answer = (request: IncomingMessage, response: ServerResponse, attempt: number) => unknown;

/** Starts a server that answers in proper HTTP; `attempt` counts the requests from 1. It ends with the test. */
export async function startTill(answer: Answer): Promise<Till> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response, asked.length);
  });
  return { origin: await listening(server), asked };
}

/** Starts a server that writes whatever it is told onto the connection of each request. */
export async function startRawTill(answer: (socket: Socket, attempt: number) => unknown): Promise<Till> {
  const asked: string[] = [];
  const server = createRawServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      asked.push(bytes.toString().split(' ')[1] ?? '');
      answer(socket, asked.length);
    });
  });
  return { origin: await listening(server), asked };
}

async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(200, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(value));
}
