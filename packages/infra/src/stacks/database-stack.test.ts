import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import type { DatabaseSettings, Settings } from '../config/settings.ts';
import { foundationOf } from '../testing/foundation.ts';
import { environments } from '../testing/synthesise.ts';
import type { DatabaseStack } from './database-stack.ts';

const { production, staging } = environments;

function withDatabase(changes: Partial<DatabaseSettings>): Settings {
  return { ...production, database: { ...production.database, ...changes } };
}

const options = withDatabase({
  version: '16',
  maxStorageGb: 100,
  instance: 't3.medium',
  proxy: true,
  readReplica: true,
});
const stacks = {
  production: foundationOf(production).database,
  staging: foundationOf(staging).database,
  options: foundationOf(options).database,
};
const templates = {
  production: Template.fromStack(stacks.production),
  staging: Template.fromStack(stacks.staging),
  options: Template.fromStack(stacks.options),
};

/** The URL with what only AWS knows as `<Name>`. */
function written(stack: DatabaseStack, url: string): string {
  const resolved: unknown = stack.resolve(url);
  return JSON.stringify(resolved)
    .replaceAll(/\{"Fn::GetAtt":\["(\w+?)[0-9A-F]{8}","([\w.]+)"\]\}/g, '<$1.$2>')
    .replaceAll(/\{"Ref":"(\w+?)[0-9A-F]{8}"\}/g, '<$1>')
    .replaceAll(/^\{"Fn::Join":\["",\[|\]\]\}$|"|,/g, '');
}

describe.each(['production', 'staging'] as const)('%s', (name) => {
  const template = templates[name];

  test('PostgreSQL 18 on db.t4g.medium, 100 GB of gp3 that grow to 500', () => {
    template.hasResourceProperties('AWS::RDS::DBInstance', {
      Engine: 'postgres',
      EngineVersion: '18',
      DBInstanceClass: 'db.t4g.medium',
      StorageType: 'gp3',
      AllocatedStorage: '100',
      MaxAllocatedStorage: 500,
      DBInstanceIdentifier: `fluxion-${name}`,
    });
    template.hasResourceProperties('AWS::RDS::DBParameterGroup', { Family: 'postgres18' });
  });

  test('encrypted with a key of its own that changes each year and outlives the stack', () => {
    template.hasResourceProperties('AWS::RDS::DBInstance', {
      StorageEncrypted: true,
      KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] },
    });
    template.hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: { EnableKeyRotation: true },
    });
  });

  test('seven days of backups, at night, before the maintenance', () => {
    template.hasResourceProperties('AWS::RDS::DBInstance', {
      BackupRetentionPeriod: 7,
      PreferredBackupWindow: '07:00-08:00',
      PreferredMaintenanceWindow: 'sun:08:30-sun:09:30',
      CopyTagsToSnapshot: true,
    });
  });

  test('not public, in the database subnets, behind the database group', () => {
    template.hasResourceProperties('AWS::RDS::DBInstance', {
      PubliclyAccessible: false,
      VPCSecurityGroups: [{ 'Fn::ImportValue': Match.stringLikeRegexp('Database.*GroupId') }],
    });
    const subnet = { 'Fn::ImportValue': Match.stringLikeRegexp('VpcdatabaseSubnet') };
    template.hasResourceProperties('AWS::RDS::DBSubnetGroup', { SubnetIds: [subnet, subnet] });
  });

  test('only TLS, with the authority that the image knows', () => {
    template.hasResourceProperties('AWS::RDS::DBInstance', { CACertificateIdentifier: 'rds-ca-rsa2048-g1' });
    template.hasResourceProperties('AWS::RDS::DBParameterGroup', { Parameters: { 'rds.force_ssl': '1' } });
  });

  test('minor versions come by themselves, and no version is kept beyond its years for money', () => {
    template.hasResourceProperties('AWS::RDS::DBInstance', {
      AutoMinorVersionUpgrade: true,
      EngineLifecycleSupport: 'open-source-rds-extended-support-disabled',
    });
  });

  test('what it does is seen: free insights of 7 days, logs kept as long as the settings say', () => {
    template.hasResourceProperties('AWS::RDS::DBInstance', {
      DatabaseInsightsMode: 'standard',
      EnablePerformanceInsights: true,
      PerformanceInsightsRetentionPeriod: 7,
      EnableCloudwatchLogsExports: ['postgresql', 'upgrade'],
    });
    for (const log of ['postgresql', 'upgrade'])
      template.hasResourceProperties('AWS::Logs::LogGroup', {
        LogGroupName: `/aws/rds/instance/fluxion-${name}/${log}`,
        RetentionInDays: environments[name].watch.logDays,
      });
    // Before RDS makes them itself, without an end.
    template.hasResource('AWS::RDS::DBInstance', {
      DependsOn: [Match.stringLikeRegexp('postgresql'), Match.stringLikeRegexp('upgrade')],
    });
  });

  test('what second factors are encrypted with is made by Secrets Manager, without a comma', () => {
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      Name: `fluxion/${name}/secret-key`,
      GenerateSecretString: { PasswordLength: 44, ExcludePunctuation: true },
    });
  });

  test('both roles have a password that Secrets Manager made, and a new one every 30 days', () => {
    for (const role of ['fluxion', 'fluxion_admin'])
      template.hasResourceProperties('AWS::SecretsManager::Secret', {
        Name: `fluxion/${name}/${role}`,
        KmsKeyId: Match.anyValue(),
        GenerateSecretString: {
          GenerateStringKey: 'password',
          PasswordLength: 30,
          SecretStringTemplate: Match.serializedJson({
            username: role,
            dbname: role === 'fluxion' ? 'fluxion' : 'postgres',
          }),
        },
      });
    template.resourceCountIs('AWS::SecretsManager::SecretTargetAttachment', 2);
    template.resourceCountIs('AWS::SecretsManager::RotationSchedule', 2);
    template.allResourcesProperties('AWS::SecretsManager::RotationSchedule', {
      RotateImmediatelyOnUpdate: false,
      RotationRules: { ScheduleExpression: 'rate(30 days)' },
      HostedRotationLambda: Match.objectLike({
        RotationType: 'PostgreSQLSingleUser',
        VpcSecurityGroupIds: { 'Fn::ImportValue': Match.stringLikeRegexp('Rotation.*GroupId') },
      }),
    });
  });

  test('the template and the URLs name passwords, and hold none', () => {
    template.hasResourceProperties('AWS::RDS::DBInstance', {
      MasterUsername: 'fluxion_admin',
      MasterUserPassword: {
        'Fn::Join': ['', [Match.stringLikeRegexp('resolve:secretsmanager'), Match.anyValue(), Match.anyValue()]],
      },
    });
    const { applicationUrl, adminUrl } = stacks[name];
    const rest = 'sslmode=verify-full&sslrootcert=/etc/ssl/rds.pem&passwordsecret=';
    expect(written(stacks[name], applicationUrl)).toBe(
      `postgresql://fluxion@<Instance.Endpoint.Address>:5432/fluxion?${rest}<ApplicationSecretAttachment>`,
    );
    expect(written(stacks[name], adminUrl)).toBe(
      `postgresql://fluxion_admin@<Instance.Endpoint.Address>:5432/postgres?${rest}<AdminSecretAttachment>`,
    );
  });

  test('neither proxy nor replica unless asked for', () => {
    template.resourceCountIs('AWS::RDS::DBProxy', 0);
    template.resourceCountIs('AWS::RDS::DBInstance', 1);
  });
});

test('production survives a zone, a deletion, and a deploy in the day; staging is cheaper', () => {
  templates.production.hasResource('AWS::RDS::DBInstance', {
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
    Properties: { MultiAZ: true, DeletionProtection: true, DeleteAutomatedBackups: false, ApplyImmediately: false },
  });
  templates.production.allResources('AWS::SecretsManager::Secret', { DeletionPolicy: 'RetainExceptOnCreate' });
  templates.staging.hasResource('AWS::RDS::DBInstance', {
    DeletionPolicy: 'Snapshot',
    UpdateReplacePolicy: 'Snapshot',
    Properties: { MultiAZ: false, DeletionProtection: false, DeleteAutomatedBackups: true, ApplyImmediately: true },
  });
});

test('the documents’ instance and an older PostgreSQL are one setting each', () => {
  templates.options.hasResourceProperties('AWS::RDS::DBInstance', {
    DBInstanceClass: 'db.t3.medium',
    EngineVersion: '16',
  });
  templates.options.hasResourceProperties('AWS::RDS::DBParameterGroup', { Family: 'postgres16' });
});

test('storage that may not grow is not said to', () => {
  templates.options.allResourcesProperties('AWS::RDS::DBInstance', { MaxAllocatedStorage: Match.absent() });
});

test('by a proxy: TLS by certificates that Node knows, the program’s password only, and the administrator past it', () => {
  templates.options.hasResourceProperties('AWS::RDS::DBProxy', {
    DBProxyName: 'fluxion-production',
    RequireTLS: true,
    Auth: [
      {
        AuthScheme: 'SECRETS',
        IAMAuth: 'DISABLED',
        ClientPasswordAuthType: 'POSTGRES_SCRAM_SHA_256',
        SecretArn: { Ref: Match.stringLikeRegexp('ApplicationSecret') },
      },
    ],
    VpcSecurityGroupIds: [{ 'Fn::ImportValue': Match.stringLikeRegexp('Proxy.*GroupId') }],
  });
  const { options: stack } = stacks;
  expect(written(stack, stack.applicationUrl)).toBe(
    'postgresql://fluxion@<InstanceProxy.Endpoint>:5432/fluxion?sslmode=verify-full&passwordsecret=<ApplicationSecretAttachment>',
  );
  expect(written(stack, stack.adminUrl)).toContain('@<Instance.Endpoint.Address>:5432/postgres?');
});

test('a replica: as private and as seen as what it copies, and gone with its stack', () => {
  templates.options.hasResource('AWS::RDS::DBInstance', {
    DeletionPolicy: 'Delete',
    Properties: {
      DBInstanceIdentifier: 'fluxion-production-replica',
      DBInstanceClass: 'db.t3.medium',
      SourceDBInstanceIdentifier: Match.anyValue(),
      PubliclyAccessible: false,
      EnablePerformanceInsights: true,
      DeletionProtection: false,
      // It has the source's by itself.
      StorageEncrypted: Match.absent(),
      EngineLifecycleSupport: Match.absent(),
      DBParameterGroupName: Match.absent(),
    },
  });
  templates.options.hasOutput('ReplicaHost', {});
});
