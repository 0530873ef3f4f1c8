import autocannon from 'autocannon';
import type { Served } from './processes.ts';

/** What is asked again and again. */
export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Asked one after the other in the path's place, by each connection from another one on. */
  readonly paths?: readonly string[];
  readonly body?: object;
}

export interface Throughput {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers of another status than 2xx, and requests without an answer. */
  readonly failed: number;
}

const connections = 20;

/** Asks a server as fast as it answers, over 20 connections. */
export async function measureThroughput(server: Served, request: Request, seconds: number): Promise<Throughput> {
  const { method, path, paths, body } = request;
  let connected = 0;
  const result = await autocannon({
    url: server.origin + path,
    method,
    connections,
    duration: seconds,
    headers: { ...server.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(paths === undefined
      ? {}
      : {
          setupClient: (client) => {
            const first = Math.floor((paths.length * connected++) / connections);
            const own = [...paths.slice(first), ...paths.slice(0, first)];
            client.setRequests(own.map((one) => ({ method, path: one, headers: server.headers })));
          },
        }),
  });
  const { requests, latency, non2xx, errors } = result;
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99, failed: non2xx + errors };
}
