import {
  ArnFormat,
  aws_cloudwatch as cloudwatch,
  type aws_ecs as ecs,
  aws_events as events,
  aws_iam as iam,
  aws_logs as logs,
  Duration,
  RemovalPolicy,
  Stack,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../../config/settings.ts';

export interface FailedTasks {
  /** ECS's own account of each: exit code, reason. */
  readonly logs: logs.LogGroup;
  /** How many of the last hour there were. */
  readonly metric: cloudwatch.Metric;
}

/**
 * Done, or done with rows rejected (or a comparison that differs): those have an alarm of their own, and a till that is down
 * for a night would make every run of it a failure.
 */
const exitCodesOfWorkDone = [0, 3];

/** Of tasks that are run once or by schedule: those that ended badly, and those that could not start. */
function pattern(environment: string, cluster: ecs.ICluster): events.EventPattern {
  return {
    source: ['aws.ecs'],
    detailType: ['ECS Task State Change'],
    detail: {
      clusterArn: [cluster.clusterArn],
      lastStatus: ['STOPPED'],
      // A service's tasks are `service:NAME`.
      group: [{ prefix: `family:fluxion-${environment}-` }],
      $or: [
        { stopCode: ['EssentialContainerExited'], containers: { exitCode: [{ 'anything-but': exitCodesOfWorkDone }] } },
        { stopCode: ['TaskFailedToStart'] },
      ],
    },
  };
}

/**
 * Keeps what ECS says of tasks that failed, and counts them. Not a mail for each: what fails every fifteen minutes is one
 * alarm, until it no longer fails.
 */
export function collectFailedTasks(
  scope: Construct,
  { environment, watch }: Settings,
  cluster: ecs.ICluster,
): FailedTasks {
  const stack = Stack.of(scope);
  const group = new logs.LogGroup(scope, 'FailedTasks', {
    // EventBridge writes only to groups that are named so.
    logGroupName: `/aws/events/fluxion-${environment}-failed-tasks`,
    retention: watch.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const arn = stack.formatArn({
    service: 'logs',
    resource: 'log-group',
    resourceName: group.logGroupName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  const rule = new events.Rule(scope, 'FailedTasksRule', { eventPattern: pattern(environment, cluster) });
  // The library's own target for logs makes a Lambda function to write the policy that CloudFormation can write itself.
  rule.addTarget({ bind: () => ({ arn }) });
  new logs.ResourcePolicy(scope, 'FailedTasksPolicy', {
    policyStatements: [
      new iam.PolicyStatement({
        principals: ['events.amazonaws.com', 'delivery.logs.amazonaws.com'].map(
          (name) => new iam.ServicePrincipal(name),
        ),
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [`${arn}:*`],
      }),
    ],
  });
  return {
    logs: group,
    metric: new cloudwatch.Metric({
      namespace: 'AWS/Events',
      metricName: 'TriggeredRules',
      dimensionsMap: { RuleName: rule.ruleName },
      statistic: cloudwatch.Stats.SUM,
      // Longer than the time between two runs, so that the alarm stays while each of them fails.
      period: Duration.hours(1),
    }),
  };
}
