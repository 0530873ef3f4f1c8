import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { App, aws_logs as logs, aws_rds as rds, aws_sqs as sqs, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../config/settings.ts';
import { environments, templateOf } from '../../testing/synthesise.ts';
import { databaseAlarms } from './alarms/database.ts';
import { loadAlarms } from './alarms/loads.ts';
import { readPulse } from './pulse-metrics.ts';
import { makeTopic } from './topic.ts';

interface Alarm {
  readonly AlarmName: string;
  readonly ComparisonOperator: string;
  readonly Threshold: number;
  readonly EvaluationPeriods: number;
  readonly TreatMissingData: string;
  readonly MetricName?: string;
  readonly Statistic?: string;
  readonly ExtendedStatistic?: string;
  readonly Period?: number;
  readonly Metrics?: readonly { readonly Expression?: string; readonly MetricStat?: { readonly Period: number } }[];
}

/** Of an environment, its alarms without what is named alike in all of them. */
function alarmsOf(template: Template): ReadonlyMap<string, Alarm> {
  const found = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
    ({ Properties }): Alarm => Properties,
  );
  return new Map(found.map((alarm) => [alarm.AlarmName.replace(/^fluxion-(staging|production)-/, ''), alarm]));
}

/** `CPUUtilization Average > 50, 3 x 300 s, ignore`. */
function lineOf(alarm: Alarm): string {
  const {
    MetricName,
    Statistic = alarm.ExtendedStatistic ?? '',
    Metrics = [],
    Threshold,
    EvaluationPeriods: times,
  } = alarm;
  const metric =
    MetricName === undefined ? Metrics.find(({ Expression }) => Expression)?.Expression : `${MetricName} ${Statistic}`;
  const seconds = alarm.Period ?? Metrics.find(({ MetricStat }) => MetricStat)?.MetricStat?.Period;
  const sign = alarm.ComparisonOperator === 'LessThanThreshold' ? '<' : '>';
  return `${metric} ${sign} ${Threshold}, ${times} x ${seconds} s, ${alarm.TreatMissingData}`;
}

const { production, staging } = environments;
const template = templateOf(production, 'watch');
const alarms = alarmsOf(template);
const gib = 2 ** 30;

describe('the alarms of production', () => {
  it('are these', () => {
    expect(Object.fromEntries([...alarms].map(([name, alarm]) => [name, lineOf(alarm)]))).toEqual({
      'loads-age': 'SalesAgeHours Maximum > 36, 2 x 300 s, ignore',
      'loads-rejects': 'RejectedLines Maximum > 0, 1 x 300 s, ignore',
      'loads-tasks': 'TriggeredRules Sum > 0, 1 x 3600 s, notBreaching',
      'loads-schedule': 'ApproximateNumberOfMessagesVisible Maximum > 0, 1 x 300 s, notBreaching',
      'mirror-lag': 'MirrorLagSeconds Maximum > 900, 3 x 300 s, notBreaching',
      pulse: 'RejectedLines SampleCount < 1, 3 x 300 s, breaching',
      'api-errors': 'FILL(tasks, 0) + FILL(balancer, 0) > 5, 1 x 300 s, notBreaching',
      'api-slow': 'TargetResponseTime p95 > 1, 3 x 300 s, notBreaching',
      'api-memory': 'MemoryUtilization Maximum > 85, 3 x 300 s, ignore',
      'api-healthy': 'HealthyHostCount Maximum < 1, 2 x 60 s, breaching',
      'database-cpu': 'CPUUtilization Average > 50, 3 x 300 s, ignore',
      'database-storage': `FreeStorageSpace Minimum < ${10 * gib}, 6 x 300 s, ignore`,
      'database-connections': expect.stringMatching(/^DatabaseConnections Maximum > \d{3}, 3 x 300 s, ignore$/),
      'database-memory': `FreeableMemory Average < ${gib / 4}, 3 x 300 s, ignore`,
      'database-credits': 'CPUCreditBalance Minimum < 100, 3 x 300 s, notBreaching',
      'database-disk': 'MIN([requests, bytes]) < 30, 3 x 300 s, notBreaching',
    });
  });

  it('tell the topic when they begin and when they are over', () => {
    const [topic = ''] = Object.keys(template.findResources('AWS::SNS::Topic'));
    template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: topic }],
      OKActions: [{ Ref: topic }],
    });
  });

  it('are each explained where their mail says', async () => {
    const page = await readFile(join(import.meta.dirname, '../../../../../docs/operation.md'), 'utf8');
    const section = /^## Alarms$(.*?)^## /ms.exec(page)?.[1] ?? '';
    const explained = [...section.matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, name]) => name);
    expect(explained.toSorted()).toEqual([...alarms.keys(), 'database-replica'].toSorted());
  });

  it('warn of connections before the database refuses them', () => {
    const parameters = templateOf(production, 'database').findResources('AWS::RDS::DBParameterGroup');
    const [allowed] = Object.values(parameters).map(({ Properties }) => Number(Properties.Parameters.max_connections));
    expect(alarms.get('database-connections')?.Threshold).toBe(Math.floor((allowed ?? 0) * 0.8));
  });

  it('are all on the dashboard', () => {
    const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
    const ids = Object.keys(template.findResources('AWS::CloudWatch::Alarm'));
    const shown = JSON.stringify(dashboard?.Properties.DashboardBody);
    expect(ids.filter((id) => !shown.includes(`"${id}"`))).toEqual([]);
  });
});

describe('the topic', () => {
  it('is encrypted, under a key that CloudWatch and RDS may use', () => {
    const publishers = { Service: ['cloudwatch.amazonaws.com', 'events.rds.amazonaws.com'] };
    template.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
    template.hasResourceProperties('AWS::KMS::Key', {
      EnableKeyRotation: true,
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({ Principal: publishers, Action: ['kms:GenerateDataKey*', 'kms:Decrypt'] }),
        ]),
      },
    });
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({
            Principal: publishers,
            Action: 'sns:Publish',
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  it('sends mails, and is told what RDS does with the database', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'operator@example.com' });
    template.hasResourceProperties('AWS::RDS::EventSubscription', {
      SourceType: 'db-instance',
      EventCategories: Match.arrayWith(['failover', 'failure', 'low storage']),
    });
  });
});

describe('what the program alone knows', () => {
  it.each([
    ['SalesAgeHours', '$.store.ageHours'],
    ['RejectedLines', '$.pulse.rejectedLines'],
    ['MirrorLagSeconds', '$.pulse.mirrorLagSeconds'],
  ])('%s is read out of the log of the API', (name, field) => {
    template.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterPattern: `{ ${field} >= 0 }`,
      MetricTransformations: [
        Match.objectLike({ MetricName: name, MetricNamespace: 'Fluxion/production', MetricValue: field }),
      ],
    });
  });
});

it('counts tasks that failed or did not start, of those that no service keeps running', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['aws.ecs'],
      'detail-type': ['ECS Task State Change'],
      detail: {
        clusterArn: [Match.anyValue()],
        lastStatus: ['STOPPED'],
        group: [{ prefix: 'family:fluxion-production-' }],
        $or: [
          { stopCode: ['EssentialContainerExited'], containers: { exitCode: [{ 'anything-but': [0, 3] }] } },
          { stopCode: ['TaskFailedToStart'] },
        ],
      },
    },
  });
  template.hasResourceProperties('AWS::Logs::LogGroup', {
    LogGroupName: '/aws/events/fluxion-production-failed-tasks',
    RetentionInDays: 90,
  });
  const [policy] = Object.values(template.findResources('AWS::Logs::ResourcePolicy'));
  expect(JSON.stringify(policy)).toContain('events.amazonaws.com');
  const families = templateOf(production, 'loads').findResources('AWS::ECS::TaskDefinition');
  for (const { Properties } of Object.values(families)) expect(Properties.Family).toMatch(/^fluxion-production-/);
});

it('follows the settings: a class without credits, a replica, storage and age', () => {
  const settings: Settings = {
    ...staging,
    database: { ...staging.database, instance: 'm7g.large', storageGb: 400, readReplica: true },
    watch: { ...staging.watch, loadAgeHours: 60 },
  };
  const stack = new Stack(new App(), 'Other');
  const attributes = { instanceEndpointAddress: 'x', port: 5432, securityGroups: [] };
  const database = (instanceIdentifier: string) =>
    rds.DatabaseInstance.fromDatabaseInstanceAttributes(stack, instanceIdentifier, {
      ...attributes,
      instanceIdentifier,
    });
  const pulse = readPulse(stack, 'staging', logs.LogGroup.fromLogGroupName(stack, 'Logs', '/api'));
  const deadLetters = new sqs.Queue(stack, 'DeadLetters');
  const thresholds = Object.fromEntries(
    [
      ...databaseAlarms({ instance: database('one'), replica: database('two') }, settings),
      ...loadAlarms({ pulse, failedTasks: pulse.rejects, deadLetters }, settings),
    ].map(({ name, threshold }) => [name, threshold]),
  );
  expect(thresholds).not.toHaveProperty('database-credits');
  expect(thresholds).toMatchObject({ 'database-replica': 300, 'database-storage': 40 * gib, 'loads-age': 60 });
});

it('mails nobody where nobody is named', () => {
  const stack = new Stack(new App(), 'Silent');
  makeTopic(stack, { ...staging, watch: { ...staging.watch, mail: undefined } });
  Template.fromStack(stack).resourceCountIs('AWS::SNS::Subscription', 0);
});
