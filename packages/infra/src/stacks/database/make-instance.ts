import {
  aws_ec2 as ec2,
  aws_logs as logs,
  aws_rds as rds,
  Duration,
  RemovalPolicy,
  Stack,
  type aws_kms as kms,
  type aws_secretsmanager as secretsmanager,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../../config/settings.ts';
import { databaseSubnets } from '../network/egress.ts';
import type { NetworkStack } from '../network-stack.ts';
import { parametersOf } from './parameters.ts';
import { administrator } from './roles.ts';

/** The newest minor version of each: RDS brings the next ones by itself, in the maintenance window. */
const versions = {
  '16': rds.PostgresEngineVersion.VER_16,
  '17': rds.PostgresEngineVersion.VER_17,
  '18': rds.PostgresEngineVersion.VER_18,
};

/** The second has what a major upgrade says. */
const exportedLogs = ['postgresql', 'upgrade'];

export interface InstanceOptions {
  readonly settings: Settings;
  readonly network: NetworkStack;
  readonly key: kms.IKey;
  readonly adminSecret: secretsmanager.ISecret;
}

/** What becomes of the database when its stack is deleted: nothing in production, a last snapshot in staging. */
function removalPolicyOf({ environment }: Settings): RemovalPolicy {
  return environment === 'production' ? RemovalPolicy.RETAIN : RemovalPolicy.SNAPSHOT;
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
export function commonProps(identifier: string, { settings, network, key }: Omit<InstanceOptions, 'adminSecret'>) {
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
    // Rather a forced upgrade when a version's years are over than the surcharge of extended support.
    engineLifecycleSupport: rds.EngineLifecycleSupport.OPEN_SOURCE_RDS_EXTENDED_SUPPORT_DISABLED,
    // In UTC: Sunday from 4:30 in Caracas, after the backup and before the day's recovery of loads.
    preferredMaintenanceWindow: 'sun:08:30-sun:09:30',
    // What needs a restart waits for that window; someone in a hurry starts it by hand.
    applyImmediately: environment !== 'production',
    copyTagsToSnapshot: true,
    cloudwatchLogsExports: exportedLogs,
  } satisfies Partial<rds.DatabaseInstanceProps>;
}

/** The one PostgreSQL that everything is in. */
export function makeInstance(scope: Construct, options: InstanceOptions): rds.DatabaseInstance {
  const { settings, adminSecret, key } = options;
  const identifier = `fluxion-${settings.environment}`;
  const engine = rds.DatabaseInstanceEngine.postgres({ version: versions[settings.database.version] });
  const instance = new rds.DatabaseInstance(scope, 'Instance', {
    ...commonProps(identifier, options),
    engine,
    parameterGroup: new rds.ParameterGroup(scope, 'Parameters', {
      engine,
      description: `Fluxion, ${settings.environment}`,
      parameters: parametersOf(settings),
    }),
    // The name in clear: as a reference to the secret it would make another database of a changed one.
    credentials: rds.Credentials.fromSecret(adminSecret, administrator.role),
    storageEncryptionKey: key,
    deletionProtection: settings.database.deletionProtection,
    removalPolicy: removalPolicyOf(settings),
    allocatedStorage: settings.database.storageGb,
    multiAz: settings.database.multiAz,
    backupRetention: Duration.days(settings.database.backupDays),
    // In UTC: from 3 in the night in Caracas.
    preferredBackupWindow: '07:00-08:00',
    // A point in time can still be restored for those days when somebody has deleted the instance.
    deleteAutomatedBackups: settings.environment !== 'production',
    // Only ever done by a change of `version` in the settings, which is a person's decision.
    allowMajorVersionUpgrade: true,
  });
  makeLogGroups(instance, identifier, settings);
  return instance;
}
