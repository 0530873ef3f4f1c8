import type { Settings } from '../../config/settings.ts';
import { linesOf, type Line } from '../line.ts';
import { hoursAMonth, prices } from '../prices.ts';
import { made, usage } from '../usage.ts';

const line = linesOf('rest');

/** What stands between people and the tasks, and what goes out to them. */
export function edgeLines({ network, api }: Settings): Line[] {
  const requests = usage.requests.quantity;
  return [
    line('Load balancer', hoursAMonth, prices.loadBalancer),
    line('Load balancer: capacity', usage.loadBalancerUnits.quantity * hoursAMonth, prices.loadBalancerUnits),
    line('Access logs: files written', usage.accessLogFiles.quantity / 1e6, prices.objectWrites),
    line('Access logs: storage', usage.accessLogs.quantity, prices.objectStorage),
    line('Firewall', 1, prices.firewall),
    line('Firewall: rules', made.firewallRules, prices.firewallRule),
    line('Firewall: requests', requests, prices.firewallRequests),
    // The load balancer behind CloudFront has no public address, and what it sends there costs nothing.
    ...(api.cdn
      ? [
          line('CloudFront: data', usage.toInternet.quantity, prices.cdnData),
          line('CloudFront: requests', requests, prices.cdnRequests),
        ]
      : [
          line('Public addresses of the load balancer', network.zones * hoursAMonth, prices.address),
          line('Data to the internet', usage.toInternet.quantity, prices.toInternet),
        ]),
  ];
}
