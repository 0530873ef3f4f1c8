import { aws_wafv2 as waf, CfnOutput, type Stack } from 'aws-cdk-lib';
import type { Settings } from '../../config/settings.ts';
import type { NetworkStack } from '../network-stack.ts';
import { makeDistribution } from './distribution.ts';
import { makeFirewall } from './firewall.ts';
import { type Entrance, makeLoadBalancer } from './load-balancer.ts';
import { makeLogBucket } from './log-bucket.ts';

/** The load balancer with the firewall before it, and CloudFront where the settings ask for it. */
export function makeEntrance(stack: Stack, settings: Settings, network: NetworkStack): Entrance {
  const logs = makeLogBucket(stack, settings);
  const entrance = makeLoadBalancer(stack, { settings, network, logs });
  const { loadBalancer } = entrance;
  let address = loadBalancer.loadBalancerDnsName;
  if (settings.api.cdn) {
    const { attrArn: webAclId } = makeFirewall(stack, settings, 'CLOUDFRONT');
    address = makeDistribution(stack, { settings, loadBalancer, logs, webAclId }).distributionDomainName;
  } else {
    new waf.CfnWebACLAssociation(stack, 'FirewallPlace', {
      resourceArn: loadBalancer.loadBalancerArn,
      webAclArn: makeFirewall(stack, settings, 'REGIONAL').attrArn,
    });
  }
  new CfnOutput(stack, 'Address', {
    description: `What the name ${settings.domain.name} must be an alias (CNAME) of`,
    value: address,
  });
  return entrance;
}
