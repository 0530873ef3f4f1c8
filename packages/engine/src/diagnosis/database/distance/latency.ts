import type { AskedDatabase } from '../asked.ts';
import { ok, warning, type Check, type Verdict } from '../../verdict.ts';
import { roundTrips } from './round-trips.ts';

/** Within a zone it is below one, between zones of a region one or two. */
const nearMs = 5;

export function latencyVerdict(medianMs: number): Verdict {
  const found = `A question and its answer take ${medianMs.toFixed(1)} ms on their way (the middle of 20).`;
  if (medianMs <= nearMs) return ok(found);
  return warning(
    `${found} Each request makes several.`,
    'Run Fluxion in the region of the database, and in the zone of its primary if it can be.',
  );
}

/** How far away the server is. */
export const latency: Check<AskedDatabase> = {
  name: 'latency',
  async look({ pool }) {
    const trips = await roundTrips(pool);
    return [latencyVerdict(trips[Math.floor(trips.length / 2)]?.milliseconds ?? Number.NaN)];
  },
};
