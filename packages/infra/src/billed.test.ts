import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import type { Egress } from './config/settings.ts';
import { made } from './cost/index.ts';
import { NetworkStack } from './stacks/index.ts';
import { environments, stacksOf } from './testing/synthesise.ts';

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

function resourcesOf(template: Template): Resource[] {
  const { Resources = {} }: { Resources?: Record<string, Resource> } = template.toJSON();
  return Object.values(Resources);
}

const { production } = environments;
const resources = Object.values(stacksOf(production)).flatMap((stack) => resourcesOf(Template.fromStack(stack)));
const ofType = (type: string) => resources.filter(({ Type }) => Type === type);

/** Rules of the firewall, metrics of an alarm. */
function listed(type: string, property: string): number {
  return ofType(type).reduce((count, { Properties }) => count + lengthOf(Properties?.[property]), 0);
}

/** A metric that is computed is not billed: those it is computed from are. */
function lengthOf(list: unknown): number {
  if (!Array.isArray(list)) return 1;
  return list.filter((item: object) => !('Expression' in item)).length;
}

/** What the bill has a line for, and how many of it. */
const billed = new Map([
  ['AWS::RDS::DBInstance', 1],
  ['AWS::KMS::Key', made.databaseKeys + made.topicKeys],
  ['AWS::SecretsManager::Secret', made.secrets],
  ['AWS::EC2::NatGateway', 1],
  ['AWS::EC2::EIP', 1],
  ['AWS::ECS::Service', 1],
  ['AWS::Scheduler::Schedule', production.loads.schedules.length],
  ['AWS::ECR::Repository', 1],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', 1],
  ['AWS::S3::Bucket', 1],
  ['AWS::WAFv2::WebACL', 1],
  ['AWS::CloudWatch::Dashboard', made.dashboards],
  // The one endpoint that there is beside a NAT is that of S3.
  ['AWS::EC2::VPCEndpoint', 1],
]);

/** What costs nothing by itself, or so little (a password changed once a month) that no cent comes of it: types, or how they begin. */
const free = [
  'AWS::ApplicationAutoScaling::',
  'AWS::Budgets::',
  'AWS::EC2::InternetGateway',
  'AWS::EC2::FlowLog',
  'AWS::EC2::Route',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::Subnet',
  'AWS::ECS::Cluster',
  'AWS::ECS::TaskDefinition',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::Events::Rule',
  'AWS::IAM::',
  'AWS::KMS::Alias',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::ResourcePolicy',
  'AWS::RDS::DBParameterGroup',
  'AWS::RDS::DBSubnetGroup',
  'AWS::RDS::EventSubscription',
  'AWS::S3::BucketPolicy',
  'AWS::Scheduler::ScheduleGroup',
  'AWS::SecretsManager::ResourcePolicy',
  'AWS::SecretsManager::RotationSchedule',
  'AWS::SecretsManager::SecretTargetAttachment',
  'AWS::SNS::',
  'AWS::SQS::',
  'AWS::WAFv2::LoggingConfiguration',
  'AWS::WAFv2::WebACLAssociation',
  'Custom::VpcRestrictDefaultSG',
];
const vpc = ['AWS::EC2::VPC', 'AWS::EC2::VPCGatewayAttachment'];

describe('the stacks of production', () => {
  it.each([...billed])('make as many %s as are billed', (type, count) => {
    expect(ofType(type)).toHaveLength(count);
  });

  it('make the rules, the alarms and the metrics that are billed', () => {
    expect(listed('AWS::WAFv2::WebACL', 'Rules')).toBe(made.firewallRules);
    expect(listed('AWS::CloudWatch::Alarm', 'Metrics')).toBe(made.alarmMetrics);
    expect(listed('AWS::Logs::MetricFilter', 'MetricTransformations')).toBe(made.customMetrics);
  });

  it('make nothing else that has a price', () => {
    const known = new Set([...billed.keys(), ...vpc, 'AWS::CloudWatch::Alarm', 'AWS::Logs::MetricFilter']);
    const others = resources
      .map(({ Type }) => Type)
      .filter((type) => !known.has(type) && !free.some((start) => type.startsWith(start)));
    expect(others).toEqual([]);
  });

  it('take the database that is billed', () => {
    expect(ofType('AWS::RDS::DBInstance')[0]?.Properties).toMatchObject({
      DBInstanceClass: `db.${production.database.instance}`,
      AllocatedStorage: String(production.database.storageGb),
      StorageType: 'gp3',
      MultiAZ: production.database.multiAz,
      BackupRetentionPeriod: production.database.backupDays,
    });
  });
});

describe('a network', () => {
  const count = (egress: Egress, type: string) => {
    const settings = { ...production, network: { ...production.network, egress } };
    const resourcesOfNetwork = resourcesOf(Template.fromStack(new NetworkStack(new App(), 'Network', { settings })));
    return resourcesOfNetwork.filter(({ Type }) => Type === type).length;
  };

  it('without NAT has the endpoints that are billed, and that of S3', () => {
    expect(count('endpoints', 'AWS::EC2::VPCEndpoint')).toBe(made.endpoints + 1);
  });

  it('with a NAT instance has one, not one in each zone', () => {
    expect(count('nat-instance', 'AWS::EC2::Instance')).toBe(1);
  });
});
