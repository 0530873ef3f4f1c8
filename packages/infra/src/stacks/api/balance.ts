import { type aws_ecs as ecs, aws_elasticloadbalancingv2 as elb, Duration } from 'aws-cdk-lib';
import type { ApiSettings } from '../../config/settings.ts';
import { apiPort } from '../network/make-groups.ts';

/** A minute; more than that, and there is soon another task. */
const requestsPerTask = 1500;

/**
 * Divides the listener's requests among the service's tasks. Nobody must come back to the same task: sessions are in
 * PostgreSQL, and each task answers as of now.
 */
export function balance(https: elb.ApplicationListener, service: ecs.FargateService): elb.ApplicationTargetGroup {
  return https.addTargets('Tasks', {
    protocol: elb.ApplicationProtocol.HTTP,
    port: apiPort,
    targets: [service],
    // Questions differ in what they cost: by turns, one task could get all the dear ones.
    loadBalancingAlgorithmType: elb.TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS,
    // An export of a few minutes breaks off at a deployment; questions, which end after 30 s, do not.
    deregistrationDelay: Duration.seconds(60),
    healthCheck: {
      // Not /health: a new task would get requests, and the old ones be ended, while it still migrates the schema.
      path: '/ready',
      interval: Duration.seconds(30),
      timeout: Duration.seconds(5),
      healthyThresholdCount: 2,
      // ECS replaces a task after these five minutes; the database's standby takes over in less.
      unhealthyThresholdCount: 10,
    },
  });
}

/** More tasks when they are busy. A task that starts copies the mirror first, which costs: they are not sent away at once. */
export function scale(
  service: ecs.FargateService,
  targetGroup: elb.ApplicationTargetGroup,
  { minTasks, maxTasks }: ApiSettings,
): void {
  const cooldown = { scaleOutCooldown: Duration.minutes(2), scaleInCooldown: Duration.minutes(15) };
  const tasks = service.autoScaleTaskCount({ minCapacity: minTasks, maxCapacity: maxTasks });
  tasks.scaleOnCpuUtilization('Busy', { targetUtilizationPercent: 60, ...cooldown });
  tasks.scaleOnRequestCount('Asked', { requestsPerTarget: requestsPerTask, targetGroup, ...cooldown });
}
