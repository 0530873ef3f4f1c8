import type { Egress, Settings } from '../../config/settings.ts';
import { linesOf, type Line } from '../line.ts';
import { hoursAMonth, prices } from '../prices.ts';
import { made, usage } from '../usage.ts';

const line = linesOf('rest');

/** Ways out, and what crosses between zones. */
export function networkLines({ network, api }: Settings): Line[] {
  return [
    ...egressLines(network.egress, network.zones, usage.throughNat.quantity),
    line('Data between zones', usage.betweenZones.quantity * api.minTasks, prices.betweenZones),
  ];
}

/** What a way out costs when so many GB pass in a month; the endpoint of S3 costs nothing and is there in any case. */
export function egressLines(egress: Egress, zones: number, gb: number): Line[] {
  const address = line('Public address of the NAT', hoursAMonth, prices.address);
  switch (egress) {
    case 'nat-gateway':
      return [
        line('NAT gateway', hoursAMonth, prices.natGateway),
        line('Data through the NAT gateway', gb, prices.natGatewayData),
        address,
      ];
    case 'nat-instance':
      return [
        line('NAT instance t4g.nano', hoursAMonth, prices.natInstance),
        line('Disk of the NAT instance', 8, prices.natInstanceDisk),
        address,
      ];
    case 'endpoints':
      return [
        line(`${made.endpoints} endpoints in ${zones} zones`, made.endpoints * zones * hoursAMonth, prices.endpoint),
        line('Data through the endpoints', gb, prices.endpointData),
      ];
  }
}
