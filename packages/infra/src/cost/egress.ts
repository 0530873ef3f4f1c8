import type { Egress } from '../config/settings.ts';
import { sum } from './line.ts';
import { egressLines } from './lines/index.ts';

/** What a way out of the network costs in a month in which so many GB pass through it. */
export function egressUsd(egress: Egress, zones: number, gb: number): number {
  return sum(egressLines(egress, zones, gb));
}

/** From how many GB a month on endpoints cost less than a NAT gateway; Infinity if they never do. */
export function endpointsPayFromGb(zones: number): number {
  const standing = egressUsd('endpoints', zones, 0) - egressUsd('nat-gateway', zones, 0);
  const large = 1_000_000;
  const savedPerGb = (egressUsd('nat-gateway', zones, large) - egressUsd('endpoints', zones, large) + standing) / large;
  return savedPerGb <= 0 ? Infinity : Math.max(0, Math.ceil(standing / savedPerGb));
}
