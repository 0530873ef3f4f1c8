import { type aws_ecs as ecs, type aws_elasticloadbalancingv2 as elb, type aws_logs as logs, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { balance, scale } from './api/balance.ts';
import { makeEntrance } from './api/entrance.ts';
import { makeService } from './api/service.ts';
import type { LoadsStack } from './loads-stack.ts';
import { makeLogGroup } from './tasks/place.ts';
import type { TasksProps } from './tasks/props.ts';

export interface ApiStackProps extends TasksProps {
  /** Has the cluster, and the task that makes the role which the API signs in as. */
  readonly loads: LoadsStack;
}

/** The API and the dashboard on Fargate, behind a load balancer with TLS and a firewall. */
export class ApiStack extends Stack {
  readonly cluster: ecs.ICluster;
  readonly service: ecs.FargateService;
  readonly loadBalancer: elb.ApplicationLoadBalancer;
  readonly targets: elb.ApplicationTargetGroup;
  readonly logs: logs.ILogGroup;

  constructor(scope: Construct, id: string, { loads, ...props }: ApiStackProps) {
    const { settings, network } = props;
    super(scope, id, { env: { region: settings.region } });
    this.cluster = loads.cluster;
    this.logs = makeLogGroup(this, `/fluxion/${settings.environment}/api`, settings);
    const { loadBalancer, https } = makeEntrance(this, settings, network);
    this.loadBalancer = loadBalancer;
    this.service = makeService(this, { ...props, cluster: this.cluster, logs: this.logs });
    this.targets = balance(https, this.service);
    scale(this.service, this.targets, settings.api);
  }
}
