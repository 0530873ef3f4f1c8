import { aws_ec2 as ec2, aws_logs as logs, RemovalPolicy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { SettingsError } from '../../config/read-settings.ts';
import type { NetworkSettings } from '../../config/settings.ts';
import { asVpc } from './as-vpc.ts';
import { databaseSubnets, egressOf, taskSubnets } from './egress.ts';

/** Only what was refused: a scan, a wrong rule. What is allowed would fill the log with the database's own traffic. */
function logRejects(scope: Construct, vpc: ec2.Vpc): void {
  const logGroup = new logs.LogGroup(scope, 'Rejects', {
    retention: logs.RetentionDays.TWO_WEEKS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  vpc.addFlowLog('Rejects', {
    trafficType: ec2.FlowLogTrafficType.REJECT,
    destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup),
  });
}

/**
 * A VPC with three subnets in each zone: the load balancer's and the NAT's, the tasks', and the database's, which nothing
 * leads out of.
 * @throws SettingsError if there are fewer than two zones
 */
export function makeVpc(scope: Construct, settings: NetworkSettings, availabilityZones: string[]): ec2.IVpc {
  if (settings.zones < 2)
    throw new SettingsError('network.zones must be at least 2: RDS and the load balancer need subnets in two zones');
  const egress = egressOf(settings);
  const vpc = new ec2.Vpc(scope, 'Vpc', {
    ipAddresses: ec2.IpAddresses.cidr(settings.cidr),
    availabilityZones,
    ...egress.props,
    // The VPC's own default group lets its members talk to each other; nothing here is a member, and nothing shall become one.
    restrictDefaultSecurityGroup: true,
    subnetConfiguration: [
      // Nothing gets a public address by being put here: the balancer and the NAT have theirs by themselves.
      { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
      { name: taskSubnets.subnetGroupName ?? '', subnetType: egress.taskSubnetType, cidrMask: 20 },
      { name: databaseSubnets.subnetGroupName ?? '', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
    ],
  });
  egress.finish(vpc);
  // It costs nothing, and the layers of images, which are in S3, need not pass a NAT that is paid by the gigabyte.
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3, subnets: [taskSubnets] });
  logRejects(scope, vpc);
  return asVpc(vpc);
}
