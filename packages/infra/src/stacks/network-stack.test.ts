import { Match, type Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import type { Egress, Settings } from '../config/settings.ts';
import { networkOf } from '../testing/foundation.ts';
import { environments } from '../testing/synthesise.ts';

const { production, staging } = environments;

function leaving(egress: Egress): Settings {
  return { ...production, network: { ...production.network, egress } };
}

const templates = {
  'nat-gateway': networkOf(production),
  'nat-instance': networkOf(staging),
  endpoints: networkOf(leaving('endpoints')),
};
const all = Object.entries(templates);

function resources(template: Template, type: string): [string, Record<string, unknown>][] {
  return Object.entries(template.findResources(type)).map(([id, { Properties }]) => [id, Properties]);
}

/** The logical id that a property refers to. */
function target(value: unknown): string {
  return /"(?:Ref|Fn::GetAtt)":\[?"(\w+)"/.exec(JSON.stringify(value))?.[1] ?? '';
}

function subnetsOf(template: Template, name: string): string[] {
  return resources(template, 'AWS::EC2::Subnet')
    .filter(([, { Tags }]) => JSON.stringify(Tags).includes(`"aws-cdk:subnet-name","Value":"${name}"`))
    .map(([id]) => id);
}

function tablesOf(template: Template, name: string): string[] {
  const subnets = subnetsOf(template, name);
  return resources(template, 'AWS::EC2::SubnetRouteTableAssociation')
    .filter(([, { SubnetId }]) => subnets.includes(target(SubnetId)))
    .map(([, { RouteTableId }]) => target(RouteTableId));
}

/** What the default routes of these subnets lead to. */
function waysOut(template: Template, name: string): string[] {
  const tables = tablesOf(template, name);
  return resources(template, 'AWS::EC2::Route')
    .filter(([, { RouteTableId }]) => tables.includes(target(RouteTableId)))
    .map(([, { NatGatewayId, InstanceId, GatewayId }]) => target(NatGatewayId ?? InstanceId ?? GatewayId));
}

/** A group by the first word of its logical id; a hash follows it. */
function group(value: unknown): string {
  return target(value).replace(/[0-9A-F]{8}$/, '');
}

/** Who may open a connection to whom, as the rules between groups say at both ends. */
function connections(template: Template): string[] {
  const incoming = resources(template, 'AWS::EC2::SecurityGroupIngress').map(
    ([, rule]) => `${group(rule.SourceSecurityGroupId)} -> ${group(rule.GroupId)}:${String(rule.ToPort)}`,
  );
  const outgoing = resources(template, 'AWS::EC2::SecurityGroupEgress').map(
    ([, rule]) => `${group(rule.GroupId)} -> ${group(rule.DestinationSecurityGroupId)}:${String(rule.ToPort)}`,
  );
  expect(outgoing.toSorted()).toEqual(incoming.toSorted());
  return incoming.toSorted();
}

/** The groups that let in whoever is in this range, and where. */
function openTo(template: Template, cidr: string): string[] {
  return resources(template, 'AWS::EC2::SecurityGroup').flatMap(([id, { SecurityGroupIngress }]) =>
    (Array.isArray(SecurityGroupIngress) ? SecurityGroupIngress : [])
      .filter((rule) => rule.CidrIp === cidr)
      .map((rule) => `${id.replace(/[0-9A-F]{8}$/, '')}:${rule.ToPort}`),
  );
}

test.each(all)(
  '%s: two zones have a public, a task and a database subnet each, and none gives public addresses',
  (_, template) => {
    for (const name of ['public', 'tasks', 'database']) expect(subnetsOf(template, name)).toHaveLength(2);
    for (const [, subnet] of resources(template, 'AWS::EC2::Subnet')) expect(subnet.MapPublicIpOnLaunch).toBe(false);
  },
);

test.each(all)('%s: nothing leads out of the database subnets, not even to S3', (_, template) => {
  expect(waysOut(template, 'database')).toEqual([]);
  const [[, s3] = ['', {}]] = resources(template, 'AWS::EC2::VPCEndpoint').filter(
    ([, { VpcEndpointType }]) => VpcEndpointType === 'Gateway',
  );
  expect((Array.isArray(s3.RouteTableIds) ? s3.RouteTableIds : []).map(target)).toEqual(tablesOf(template, 'tasks'));
  expect(JSON.stringify(s3.ServiceName)).toContain('.s3');
});

test.each(all)('%s: what was refused is logged for two weeks', (_, template) => {
  template.hasResourceProperties('AWS::EC2::FlowLog', { TrafficType: 'REJECT', ResourceType: 'VPC' });
  template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 14 });
});

test.each(all)('%s: the default group is emptied', (_, template) => {
  template.resourceCountIs('Custom::VpcRestrictDefaultSG', 1);
});

test('a gateway: one for all zones', () => {
  const template = templates['nat-gateway'];
  template.resourceCountIs('AWS::EC2::NatGateway', 1);
  template.resourceCountIs('AWS::EC2::Instance', 0);
  expect(new Set(waysOut(template, 'tasks')).size).toBe(1);
});

test('an instance: one small machine, encrypted, that takes only what the VPC sends', () => {
  const template = templates['nat-instance'];
  template.resourceCountIs('AWS::EC2::NatGateway', 0);
  template.resourceCountIs('AWS::EC2::Instance', 1);
  template.hasResourceProperties('AWS::EC2::Instance', {
    InstanceType: 't4g.nano',
    SourceDestCheck: false,
    MetadataOptions: { HttpTokens: 'required' },
    CreditSpecification: { CPUCredits: 'standard' },
    BlockDeviceMappings: [Match.objectLike({ Ebs: Match.objectLike({ Encrypted: true }) })],
    NetworkInterfaces: [Match.objectLike({ AssociatePublicIpAddress: true })],
  });
  template.hasResourceProperties('AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: [Match.objectLike({ CidrIp: staging.network.cidr })],
  });
  expect(waysOut(template, 'tasks')).toEqual([
    expect.stringContaining('NatInstance'),
    expect.stringContaining('NatInstance'),
  ]);
});

test('endpoints: the four services that tasks need, and no way to the internet', () => {
  const template = templates.endpoints;
  template.resourceCountIs('AWS::EC2::NatGateway', 0);
  template.resourceCountIs('AWS::EC2::EIP', 0);
  expect(waysOut(template, 'tasks')).toEqual([]);
  const interfaces = resources(template, 'AWS::EC2::VPCEndpoint').filter(
    ([, { VpcEndpointType }]) => VpcEndpointType === 'Interface',
  );
  const services = interfaces.map(([, { ServiceName }]) =>
    String(ServiceName).replace(/^com\.amazonaws\.us-east-1\./, ''),
  );
  expect(services.toSorted()).toEqual(['ecr.api', 'ecr.dkr', 'logs', 'secretsmanager']);
  for (const [, { PrivateDnsEnabled, SubnetIds }] of interfaces) {
    expect(PrivateDnsEnabled).toBe(true);
    expect((Array.isArray(SubnetIds) ? SubnetIds : []).map(target)).toEqual(subnetsOf(template, 'tasks'));
  }
});

test.each(all)(
  '%s: the database is reached by tasks and the rotation only; the tasks by the balancer only',
  (_, template) => {
    expect(connections(template)).toEqual([
      'Api -> Database:5432',
      'LoadBalancer -> Api:8001',
      'Loads -> Database:5432',
      'Rotation -> Database:5432',
    ]);
    expect(openTo(template, '0.0.0.0/0').toSorted()).toEqual(['LoadBalancer:443', 'LoadBalancer:80']);
  },
);

test.each([
  ...all,
  ['with RDS Proxy', networkOf({ ...production, database: { ...production.database, proxy: true } })] as const,
])(
  '%s: no group is without a rule of its own for what leaves it, to which EC2 would add one that allows all',
  (_, template) => {
    const open = resources(template, 'AWS::EC2::SecurityGroup').filter(
      ([, { SecurityGroupEgress: rules }]) => !Array.isArray(rules) || rules.length === 0,
    );
    expect(open.map(([id]) => id)).toEqual([]);
  },
);

test('with RDS Proxy tasks may use either, and the proxy the database', () => {
  const template = networkOf({ ...production, database: { ...production.database, proxy: true } });
  expect(connections(template)).toEqual([
    'Api -> Database:5432',
    'Api -> Proxy:5432',
    'LoadBalancer -> Api:8001',
    'Loads -> Database:5432',
    'Loads -> Proxy:5432',
    'Proxy -> Database:5432',
    'Rotation -> Database:5432',
  ]);
});

test('three zones are three, and one is refused', () => {
  const zones = (count: number) => networkOf({ ...production, network: { ...production.network, zones: count } });
  expect(subnetsOf(zones(3), 'tasks')).toHaveLength(3);
  expect(() => zones(1)).toThrow(/network\.zones must be at least 2/);
});

test('the two environments could be joined: their addresses differ', () => {
  expect(staging.network.cidr).not.toBe(production.network.cidr);
  templates['nat-gateway'].hasResourceProperties('AWS::EC2::VPC', { CidrBlock: production.network.cidr });
  templates['nat-instance'].hasResourceProperties('AWS::EC2::VPC', { CidrBlock: staging.network.cidr });
});
