import { aws_ec2 as ec2, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const postgres = ec2.Port.tcp(5432);
const https = ec2.Port.tcp(443);
/** Where a task of the API listens. */
export const apiPort = 8001;

export interface Groups {
  readonly database: ec2.ISecurityGroup;
  readonly loadBalancer: ec2.ISecurityGroup;
  readonly api: ec2.ISecurityGroup;
  readonly loads: ec2.ISecurityGroup;
  /** Of what gives the database's roles new passwords. */
  readonly rotation: ec2.ISecurityGroup;
  /** Of RDS Proxy; undefined where there is none. */
  readonly proxy: ec2.ISecurityGroup | undefined;
}

/**
 * Makes groups that let nothing in and nothing out yet.
 *
 * EC2 lets everything out of a group that has no such rule in its own resource; those to other groups are resources apart. The
 * CDK knows that, but takes its own rule that allows nothing away with the first rule of either kind.
 */
function maker(scope: Construct, vpc: ec2.IVpc) {
  return (id: string, description: string) => {
    const group = new ec2.SecurityGroup(scope, id, { vpc, description, allowAllOutbound: false });
    group.addEgressRule(ec2.Peer.ipv4('127.0.0.1/32'), ec2.Port.icmpPing(), 'Nothing else than the rules below');
    return group;
  };
}

/**
 * As others see a group: constructs that are given it cannot add rules of their own, so that all of them are in this file
 * (RDS, the balancer and ECS would each add some, with other words for the same port, which EC2 refuses).
 */
function sealed(scope: Construct, id: string, group: ec2.ISecurityGroup): ec2.ISecurityGroup {
  return ec2.SecurityGroup.fromSecurityGroupId(scope, `${id}Sealed`, group.securityGroupId, { mutable: false });
}

/** The groups of all that is in the network, and who may open a connection to whom. */
export function makeGroups(scope: Construct, vpc: ec2.IVpc, { proxy: withProxy }: { readonly proxy: boolean }): Groups {
  const make = maker(scope, vpc);
  const database = make('Database', 'PostgreSQL');
  const loadBalancer = make('LoadBalancer', 'What browsers and programs reach');
  const tasks = make('Api', 'Tasks of the API and the dashboard');
  const loads = make('Loads', 'Tasks of loads, migrations and upkeep');
  const rotation = make('Rotation', 'What changes passwords in the database');

  loadBalancer.addIngressRule(ec2.Peer.anyIpv4(), https, 'Dashboard and API');
  loadBalancer.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(80), 'Sent on to HTTPS');
  Validations.of(loadBalancer).acknowledge({
    id: 'AwsSolutions-EC23',
    reason: 'People and programs reach it from anywhere; the firewall before it limits what each address may send',
  });
  loadBalancer.connections.allowTo(tasks, ec2.Port.tcp(apiPort), 'Requests');
  for (const client of [tasks, loads, rotation]) {
    client.connections.allowTo(database, postgres, 'PostgreSQL');
    client.addEgressRule(ec2.Peer.anyIpv4(), https, 'AWS, and what is asked over HTTPS');
  }
  // The old system's file, where it is on EFS; and tills, which may listen on any port of theirs.
  loads.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcpRange(1024, 65_535), 'EFS, and tills with ports of their own');
  loads.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(80), 'Tills without HTTPS');

  const proxy = withProxy ? make('Proxy', 'RDS Proxy') : undefined;
  if (proxy !== undefined) {
    for (const client of [tasks, loads]) client.connections.allowTo(proxy, postgres, 'PostgreSQL by the proxy');
    proxy.connections.allowTo(database, postgres, 'PostgreSQL');
  }
  return {
    database: sealed(scope, 'Database', database),
    loadBalancer: sealed(scope, 'LoadBalancer', loadBalancer),
    api: sealed(scope, 'Api', tasks),
    loads: sealed(scope, 'Loads', loads),
    rotation: sealed(scope, 'Rotation', rotation),
    proxy: proxy && sealed(scope, 'Proxy', proxy),
  };
}
