import { type aws_ec2 as ec2, aws_ecs as ecs, aws_logs as logs, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../../config/settings.ts';
import { keptInProduction } from '../kept.ts';

/**
 * Where the tasks run.
 *
 * Container Insights is off: what the alarms ask for (processor and memory of the service, healthy targets, tasks that ended
 * badly) ECS, the load balancer and EventBridge give for nothing, and its metrics cost $0.07 a month each, for the cluster and
 * every service, family, task and container of it.
 */
export function makeCluster(scope: Construct, clusterName: string, vpc: ec2.IVpc): ecs.ICluster {
  const cluster = new ecs.Cluster(scope, 'Cluster', {
    clusterName,
    vpc,
    containerInsightsV2: ecs.ContainerInsights.DISABLED,
  });
  Validations.of(cluster).acknowledge({
    id: 'AwsSolutions-ECS4',
    reason: 'What the alarms ask for is measured without Container Insights, which is paid for by the metric',
  });
  // The CDK's classes say `undefined` where its interfaces may leave a property out, which TypeScript is told to tell apart.
  return cluster as ecs.ICluster;
}

/** A group of logs that are kept as long as the settings say; production's outlive their stack. */
export function makeLogGroup(scope: Construct, logGroupName: string, settings: Settings): logs.LogGroup {
  return new logs.LogGroup(scope, 'Logs', {
    logGroupName,
    retention: settings.watch.logDays,
    removalPolicy: keptInProduction(settings),
  });
}
