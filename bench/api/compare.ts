import { geometricMean, median } from '../lib/figures.ts';
import type { Served } from './processes.ts';
import { measureThroughput, type Request, type Throughput } from './throughput.ts';

interface Compared {
  readonly ours: Throughput[];
  readonly peer: Throughput[];
}

const seconds = 8;
const warmUpSeconds = 3;

/** Asks both servers the same, by turns, so that a slow moment of the machine meets both. */
export async function compare(
  servers: { readonly ours: Served; readonly peer: Served },
  requests: Readonly<Record<string, Request>>,
  rounds: number,
  say: (line: string) => void,
): Promise<Record<string, unknown>> {
  const figures: Record<string, unknown> = {};
  const factors: number[] = [];
  for (const [name, request] of Object.entries(requests)) {
    const compared: Compared = { ours: [], peer: [] };
    for (const side of ['ours', 'peer'] as const) await measureThroughput(servers[side], request, warmUpSeconds);
    for (let round = 1; round <= rounds; round++) {
      for (const side of ['peer', 'ours'] as const) {
        compared[side].push(await measureThroughput(servers[side], request, seconds));
      }
    }
    const told = tell(name, compared, say);
    factors.push(told.factor);
    figures[name] = { ...told, ...compared };
  }
  return { ...figures, factorGeomean: geometricMean(factors) };
}

function tell(name: string, { ours, peer }: Compared, say: (line: string) => void): { factor: number } {
  const of = (side: readonly Throughput[], figure: (one: Throughput) => number) => median(side.map(figure));
  const line = (side: readonly Throughput[]) =>
    `${of(side, ({ perSecond }) => perSecond).toFixed(0)}/s, p50 ${of(side, ({ p50 }) => p50)} ms, p99 ${of(side, ({ p99 }) => p99)} ms, failed ${side.reduce((sum, { failed }) => sum + failed, 0)}`;
  const factor = median(ours.map(({ perSecond }, round) => perSecond / (peer[round]?.perSecond ?? Number.NaN)));
  say(`${name}: ours ${line(ours)}; the plan's ${line(peer)}; ${factor.toFixed(1)} times`);
  return { factor };
}
