import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { environments, templateOf } from '../testing/synthesise.ts';
import { variant } from '../testing/variant.ts';

const { production } = environments;
const template = templateOf(production, 'loads');

/** An output's text, with names in the place of what is known only once it has been deployed. */
function output(name: string, of = template): string {
  const value: unknown = of.findOutputs(name)[name]?.['Value'];
  const { 'Fn::Join': joined } = value as { readonly 'Fn::Join': readonly [string, readonly unknown[]] };
  return joined[1].map((part) => (typeof part === 'string' ? part : '<id>')).join('');
}

/** What the roles may whose names begin so. */
function rightsOf(role: string): string {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([id]) => id.startsWith(role));
  return JSON.stringify(policies);
}

describe('the schedules', () => {
  test.each(production.loads.schedules)('run fluxion $name as the settings say', ({ name, expression, command }) => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      Name: name,
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: 'America/Caracas',
      State: 'ENABLED',
      FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 },
      Target: {
        Input: JSON.stringify({ containerOverrides: [{ name: 'fluxion', command }] }),
        RetryPolicy: { MaximumRetryAttempts: 5, MaximumEventAgeInSeconds: 3600 },
        DeadLetterConfig: { Arn: Match.anyValue() },
        EcsParameters: {
          LaunchType: 'FARGATE',
          NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'DISABLED' } },
        },
      },
    });
  });

  test('start nothing while they are off', () => {
    const states = Object.values(templateOf(variant, 'loads').findResources('AWS::Scheduler::Schedule')).map(
      ({ Properties }) => Properties.State,
    );
    expect(states).toEqual(production.loads.schedules.map(() => 'DISABLED'));
  });

  test('may start this task and pass on its two roles, and nothing more', () => {
    const policy = Object.entries(template.findResources('AWS::IAM::Policy')).find(([id]) =>
      id.startsWith('SchedulerDefaultPolicy'),
    );
    const statements: ReadonlyArray<{ Action: string; Resource: unknown }> =
      policy?.[1]['Properties'].PolicyDocument.Statement;
    expect(statements.map(({ Action }) => Action)).toEqual([
      'iam:PassRole',
      'ecs:RunTask',
      'ecs:TagResource',
      'sqs:SendMessage',
    ]);
    expect(JSON.stringify(statements.slice(0, 2))).not.toContain('*');
  });

  test('put what could not be started into a queue that is encrypted and takes nothing in clear', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 1_209_600,
    });
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: [Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })],
      },
    });
  });
});

test('a load has 4 GB and a disk of its own', () => {
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    Family: 'fluxion-production-work',
    Cpu: '1024',
    Memory: '4096',
    EphemeralStorage: { SizeInGiB: 40 },
  });
});

test('the migration can read the old files, encrypted on the way, and not write to them', () => {
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    Family: 'fluxion-production-migrate',
    EphemeralStorage: { SizeInGiB: 100 },
    ContainerDefinitions: [
      Match.objectLike({
        MountPoints: Match.arrayWith([{ SourceVolume: 'source', ContainerPath: '/source', ReadOnly: true }]),
      }),
    ],
    Volumes: Match.arrayWith([
      {
        Name: 'source',
        EFSVolumeConfiguration: {
          FilesystemId: 'fs-0123456789abcdef0',
          TransitEncryption: 'ENABLED',
          AuthorizationConfig: { IAM: 'ENABLED' },
        },
      },
    ]),
  });
  expect(rightsOf('MigrateRole')).toContain('elasticfilesystem:ClientMount');
  expect(rightsOf('MigrateRole')).not.toContain('elasticfilesystem:ClientWrite');
});

test('the way back can write beside the old files, and is the only task that can', () => {
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    Family: 'fluxion-production-export',
    ContainerDefinitions: [
      Match.objectLike({
        MountPoints: Match.arrayWith([{ SourceVolume: 'source', ContainerPath: '/source', ReadOnly: false }]),
      }),
    ],
  });
  expect(rightsOf('ExportRole')).toContain('elasticfilesystem:ClientWrite');
  expect(rightsOf('')).not.toContain('elasticfilesystem:ClientRootAccess');
  expect(rightsOf('').split('elasticfilesystem:ClientWrite')).toHaveLength(2);
});

test('without a file system there is neither migration nor way back, and no command for them', () => {
  const without = templateOf(variant, 'loads');
  const families = Object.values(without.findResources('AWS::ECS::TaskDefinition')).map(
    ({ Properties }) => Properties.Family,
  );
  expect(families.toSorted()).toEqual(['fluxion-production-prepare-role', 'fluxion-production-work']);
  expect(Object.keys(without.findOutputs('*')).filter((name) => /^(Migrate|Export).*Command$/.test(name))).toEqual([]);
});

test('the role is made by the administrator, for the address that the program has', () => {
  const found = template.findResources('AWS::ECS::TaskDefinition', {
    Properties: { Family: 'fluxion-production-prepare-role' },
  });
  const container = Object.values(found)[0]?.['Properties'].ContainerDefinitions[0];
  const words = JSON.stringify(container.Command);
  expect(words).toContain('["prepare-role","--for",');
  expect(words).toContain('postgresql://fluxion@');
  expect(words).toContain('ApplicationSecret');
  expect(JSON.stringify(container.Environment)).toContain('/postgres?sslmode=verify-full');
});

describe('the commands that are printed', () => {
  test('run a task once, in the tasks’ subnets and group, without a public address', () => {
    expect(output('PrepareRoleCommand')).toBe(
      'aws ecs run-task --region us-east-1 --cluster <id> --task-definition fluxion-production-prepare-role --launch-type FARGATE ' +
        "--network-configuration 'awsvpcConfiguration={subnets=[<id>,<id>],securityGroups=[<id>],assignPublicIp=DISABLED}'",
    );
  });

  test('tell where to read what a task has said', () => {
    expect(output('LogsCommand')).toBe('aws logs tail <id> --region us-east-1 --since 1h --follow');
  });

  test.each([
    ['RunCommand', 'work', ['doctor', '--target', 'rds']],
    ['MigrateCommand', 'migrate', ['migrate', '/source/FILE']],
    ['MigrateAgainCommand', 'migrate', ['migrate', '/source/FILE', '--resume', '--changed']],
    ['ExportCommand', 'export', ['export', '/source/FILE']],
  ])('%s runs the family %s with its words', (name, family, words) => {
    const [, overrides = ''] = /--overrides '(.*)'$/.exec(output(name)) ?? [];
    expect(JSON.parse(overrides)).toEqual({ containerOverrides: [{ name: 'fluxion', command: words }] });
    expect(output(name)).toContain(`--task-definition fluxion-production-${family} `);
  });
});

test('the logs are kept as the settings say', () => {
  template.hasResource('AWS::Logs::LogGroup', {
    DeletionPolicy: 'RetainExceptOnCreate',
    Properties: { LogGroupName: '/fluxion/production/loads', RetentionInDays: 90 },
  });
  templateOf(environments.staging, 'loads').hasResource('AWS::Logs::LogGroup', {
    DeletionPolicy: 'Delete',
    Properties: { LogGroupName: '/fluxion/staging/loads', RetentionInDays: 14 },
  });
});
