import { aws_rds as rds, Duration, type aws_ec2 as ec2, type aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { databaseSubnets } from '../network/egress.ts';
import type { NetworkStack } from '../network-stack.ts';

export interface ProxyOptions {
  readonly environment: string;
  readonly network: NetworkStack;
  readonly proxyGroup: ec2.ISecurityGroup;
  readonly secret: secretsmanager.ISecret;
}

/**
 * Connections that many clients share, and that outlive a failover. Fluxion's own sessions are settled with SET, take
 * advisory locks and make temporary tables, all of which bind the proxy's connection to theirs: it saves them little.
 */
export function makeProxy(
  instance: rds.DatabaseInstance,
  { environment, network, proxyGroup, secret }: ProxyOptions,
): rds.DatabaseProxy {
  return instance.addProxy('Proxy', {
    dbProxyName: `fluxion-${environment}`,
    vpc: network.vpc,
    vpcSubnets: databaseSubnets,
    securityGroups: [proxyGroup],
    secrets: [secret],
    clientPasswordAuthType: rds.ClientPasswordAuthType.POSTGRES_SCRAM_SHA_256,
    requireTLS: true,
    // The rest is for the administrator, the rotation and RDS itself.
    maxConnectionsPercent: 90,
    borrowTimeout: Duration.seconds(10),
  });
}
