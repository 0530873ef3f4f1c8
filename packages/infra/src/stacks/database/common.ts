import {
  aws_ec2 as ec2,
  aws_logs as logs,
  aws_rds as rds,
  RemovalPolicy,
  Stack,
  Validations,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../../config/settings.ts';
import { databaseSubnets } from '../network/egress.ts';
import type { NetworkStack } from '../network-stack.ts';

/** The second has what a major upgrade says. */
const exportedLogs = ['postgresql', 'upgrade'];

export interface CommonOptions {
  readonly settings: Settings;
  readonly network: NetworkStack;
  readonly key: kms.IKey;
}

/** RDS makes the groups of the logs that it exports, to be kept for ever, unless they are there already. */
export function makeLogGroups(instance: Construct, identifier: string, { watch }: Settings): void {
  for (const log of exportedLogs) {
    const group = new logs.LogGroup(Stack.of(instance), `${instance.node.id}-${log}`, {
      logGroupName: `/aws/rds/instance/${identifier}/${log}`,
      retention: watch.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    instance.node.addDependency(group);
  }
}

/** What a replica has in common with the instance that it copies. */
export function commonProps(identifier: string, { settings, network, key }: CommonOptions) {
  const { database, environment } = settings;
  return {
    // A name of its own: a change that would need a new database fails, instead of leaving an empty one in its place; and
    // a restored copy takes the place of a lost one by being given its name.
    instanceIdentifier: identifier,
    instanceType: new ec2.InstanceType(database.instance),
    vpc: network.vpc,
    vpcSubnets: databaseSubnets,
    securityGroups: [network.databaseGroup],
    publiclyAccessible: false,
    storageType: rds.StorageType.GP3,
    // RDS grows it when less than a tenth is free.
    ...(database.maxStorageGb > database.storageGb && { maxAllocatedStorage: database.maxStorageGb }),
    caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
    // Database Insights' standard mode is what Performance Insights with its 7 days is called since July 2026; it costs nothing.
    databaseInsightsMode: rds.DatabaseInsightsMode.STANDARD,
    enablePerformanceInsights: true,
    performanceInsightRetention: rds.PerformanceInsightRetention.DEFAULT,
    performanceInsightEncryptionKey: key,
    autoMinorVersionUpgrade: true,
    // In UTC: Sunday from 4:30 in Caracas, after the backup and before the day's recovery of loads.
    preferredMaintenanceWindow: 'sun:08:30-sun:09:30',
    // What needs a restart waits for that window; someone in a hurry starts it by hand.
    applyImmediately: environment !== 'production',
    copyTagsToSnapshot: true,
    cloudwatchLogsExports: exportedLogs,
  } satisfies Partial<rds.DatabaseInstanceProps>;
}

/** That 5432 is not changed. */
export function acknowledgePort(instance: Construct): void {
  Validations.of(instance).acknowledge({
    id: 'AwsSolutions-RDS11',
    reason: 'Another port would hide nothing: the group of the database lets only named groups open a connection',
  });
}
