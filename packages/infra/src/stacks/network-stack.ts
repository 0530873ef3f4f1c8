import { Stack, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings.ts';
import { makeGroups } from './network/make-groups.ts';
import { makeVpc } from './network/make-vpc.ts';
import { firstZones } from './network/zones.ts';

/** The VPC, its ways out, and who may talk to whom. */
export class NetworkStack extends Stack {
  /** Its subnets are `public`, `tasks` and `database`, in each zone. */
  readonly vpc: ec2.IVpc;
  /** Of the database: 5432 from the tasks' groups (and the proxy's and the rotation's) only. */
  readonly databaseGroup: ec2.ISecurityGroup;
  readonly loadBalancerGroup: ec2.ISecurityGroup;
  readonly apiGroup: ec2.ISecurityGroup;
  readonly loadsGroup: ec2.ISecurityGroup;
  readonly rotationGroup: ec2.ISecurityGroup;
  /** Undefined where there is no RDS Proxy. */
  readonly proxyGroup: ec2.ISecurityGroup | undefined;

  constructor(scope: Construct, id: string, { settings }: { readonly settings: Settings }) {
    super(scope, id, { env: { region: settings.region } });
    this.vpc = makeVpc(this, settings.network, firstZones(settings.network.zones));
    const groups = makeGroups(this, this.vpc, settings.database);
    this.databaseGroup = groups.database;
    this.loadBalancerGroup = groups.loadBalancer;
    this.apiGroup = groups.api;
    this.loadsGroup = groups.loads;
    this.rotationGroup = groups.rotation;
    this.proxyGroup = groups.proxy;
  }
}
