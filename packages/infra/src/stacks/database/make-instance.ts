import {
  aws_rds as rds,
  Duration,
  RemovalPolicy,
  Validations,
  type aws_secretsmanager as secretsmanager,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../../config/settings.ts';
import { kept } from '../kept.ts';
import { acknowledgePort, commonProps, makeLogGroups, type CommonOptions } from './common.ts';
import { parametersOf } from './parameters.ts';
import { administrator } from './roles.ts';

/** The newest minor version of each: RDS brings the next ones by itself, in the maintenance window. */
const versions = {
  '16': rds.PostgresEngineVersion.VER_16,
  '17': rds.PostgresEngineVersion.VER_17,
  '18': rds.PostgresEngineVersion.VER_18,
};

export interface InstanceOptions extends CommonOptions {
  readonly adminSecret: secretsmanager.ISecret;
}

/** What becomes of the database when its stack is deleted: nothing in production, a last snapshot in staging. */
function removalPolicyOf({ environment }: Settings): RemovalPolicy {
  return environment === 'production' ? kept : RemovalPolicy.SNAPSHOT;
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
    // Rather a forced upgrade when a version's years are over than the surcharge of extended support.
    engineLifecycleSupport: rds.EngineLifecycleSupport.OPEN_SOURCE_RDS_EXTENDED_SUPPORT_DISABLED,
    // Only ever done by a change of `version` in the settings, which is a person's decision.
    allowMajorVersionUpgrade: true,
  });
  makeLogGroups(instance, identifier, settings);
  acknowledgePort(instance);
  const { multiAz, deletionProtection } = settings.database;
  if (!multiAz)
    Validations.of(instance).acknowledge({
      id: 'AwsSolutions-RDS3',
      reason: 'The settings want one zone: what is in it can be restored, within the hour rather than the minute',
    });
  if (!deletionProtection)
    Validations.of(instance).acknowledge({
      id: 'AwsSolutions-RDS10',
      reason: 'The settings want an environment that can be taken down; a last snapshot is made of it',
    });
  return instance;
}
