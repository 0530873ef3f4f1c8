import { Stack, type aws_ecs as ecs, type aws_elasticloadbalancingv2 as elb, type aws_logs as logs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings.ts';
import type { DatabaseStack } from './database-stack.ts';
import type { NetworkStack } from './network-stack.ts';
import type { RegistryStack } from './registry-stack.ts';

export interface ApiStackProps {
  readonly settings: Settings;
  readonly network: NetworkStack;
  readonly database: DatabaseStack;
  readonly registry: RegistryStack;
}

/** The API and the dashboard on Fargate, behind a load balancer with TLS and a firewall. */
export class ApiStack extends Stack {
  declare readonly cluster: ecs.ICluster;
  declare readonly service: ecs.FargateService;
  declare readonly loadBalancer: elb.ApplicationLoadBalancer;
  declare readonly targets: elb.ApplicationTargetGroup;
  declare readonly logs: logs.ILogGroup;

  constructor(scope: Construct, id: string, { settings }: ApiStackProps) {
    super(scope, id, { env: { region: settings.region } });
  }
}
