import { Stack, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings.ts';

/** The VPC, its ways out, and who may talk to whom. */
export class NetworkStack extends Stack {
  declare readonly vpc: ec2.IVpc;
  /** Of the database: 5432 from the tasks' groups (and the proxy's and the rotation's) only. */
  declare readonly databaseGroup: ec2.ISecurityGroup;
  declare readonly loadBalancerGroup: ec2.ISecurityGroup;
  declare readonly apiGroup: ec2.ISecurityGroup;
  declare readonly loadsGroup: ec2.ISecurityGroup;

  constructor(scope: Construct, id: string, { settings }: { readonly settings: Settings }) {
    super(scope, id, { env: { region: settings.region } });
  }
}
