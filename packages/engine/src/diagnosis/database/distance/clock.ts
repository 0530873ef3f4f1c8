import type { AskedDatabase } from '../asked.ts';
import { ok, problem, warning, type Check, type Verdict } from '../../verdict.ts';
import { roundTrips } from './round-trips.ts';

const [noticed, tooMuch] = [2, 30];

/** @param ahead of the server, in seconds */
export function clockVerdict(ahead: number): Verdict {
  const apart = Math.abs(ahead);
  if (!(apart > noticed)) return ok(`The server's clock and this machine's agree to ${apart.toFixed(1)} s.`);
  const found = `The server's clock is ${apart.toFixed(1)} s ${ahead > 0 ? 'ahead of' : 'behind'} this machine's.`;
  const advice = 'Let this machine take its time from NTP (timedatectl); on AWS, from 169.254.169.123.';
  if (apart < tooMuch) return warning(found, advice);
  return problem(`${found} Codes of a second factor are refused, and sessions end too early or too late.`, advice);
}

/** How far the two clocks are apart. */
export const clock: Check<AskedDatabase> = {
  name: 'clock',
  async look({ pool }) {
    const [quickest] = await roundTrips(pool);
    return [clockVerdict((quickest?.ahead ?? Number.NaN) / 1000)];
  },
};
