import { Agent, request } from 'node:http';
import { quantile } from '../lib/figures.ts';
import type { Served } from './processes.ts';
import type { Request } from './throughput.ts';

const count = 100;
const rounds = 10;

/** Sends 100 new orders at once, ten times over. @returns the middle and the worst time until the last was answered, in ms */
export async function insertAtOnce(
  server: Served,
  requests: Readonly<Record<string, Request>>,
  say: (line: string) => void,
): Promise<{ readonly p50: number; readonly worst: number }> {
  const order = requests['POST /pedidos'];
  if (order === undefined) throw new RangeError('there is no order to send');
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const times: number[] = [];
  // The first time opens the connections.
  for (let round = 0; round <= rounds; round++) {
    const started = performance.now();
    await Promise.all(Array.from({ length: count }, () => send(server, order, agent)));
    if (round > 0) times.push(performance.now() - started);
  }
  agent.destroy();
  const figures = { p50: quantile(times, 0.5), worst: quantile(times, 1) };
  say(
    `${count} orders at once: all answered after ${figures.p50.toFixed(0)} ms, at worst ${figures.worst.toFixed(0)} ms`,
  );
  return figures;
}

function send(server: Served, { method, path, body }: Request, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { ...server.headers, 'content-type': 'application/json' };
    const sent = request(server.origin + path, { method, agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () =>
        answer.statusCode === 201 ? resolve() : reject(new Error(`${method} ${path}: ${answer.statusCode}`)),
      );
    });
    sent.once('error', reject);
    sent.end(JSON.stringify(body));
  });
}
