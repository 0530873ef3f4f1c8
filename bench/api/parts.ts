import { join } from 'node:path';
import type { BenchmarkOptions } from '../lib/benchmark.ts';
import type { Workbench } from '../lib/workbench.ts';
import { compare } from './compare.ts';
import { insertAtOnce } from './inserts.ts';
import { measureMixed } from './mixed.ts';
import { serveFluxion, servePeer } from './processes.ts';
import { dashboardOf, requestsOf } from './requests.ts';

const peerPort = 18_431;

export type Part = (bench: Workbench, options: BenchmarkOptions) => Promise<Record<string, unknown>>;

/** The same requests to both servers, by turns; then many orders at once. */
export const peers: Part = async (bench, { rounds, say }) => {
  const requests = await requestsOf(bench);
  const ours = await serveFluxion(bench.url, join(bench.directory, 'ours'));
  const peer = await servePeer(bench.url, peerPort);
  try {
    return {
      ...(await compare({ ours, peer }, requests, rounds, say)),
      inserts: await insertAtOnce(ours, requests, say),
    };
  } finally {
    await Promise.all([ours.stop(), peer.stop()]);
  }
};

/** A day's work all at once. */
export const mixed: Part = async (bench, { minutes, say }) => {
  const requests = await requestsOf(bench);
  const { firstDay, reads } = await dashboardOf(bench);
  const order = requests['POST /pedidos'];
  if (order === undefined) throw new RangeError('there is no order to send');
  const server = await serveFluxion(bench.url, join(bench.directory, 'mixed'));
  try {
    return { ...(await measureMixed(bench, { server, reads, order, firstDay, minutes }, say)) };
  } finally {
    await server.stop();
  }
};
