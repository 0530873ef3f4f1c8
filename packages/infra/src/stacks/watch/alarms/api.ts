import { aws_cloudwatch as cloudwatch, aws_elasticloadbalancingv2 as elb, Duration } from 'aws-cdk-lib';
import type { ApiStack } from '../../api-stack.ts';
import type { Watched } from './alarm.ts';

export type WatchedApi = Pick<ApiStack, 'service' | 'loadBalancer' | 'targets'>;

const period = Duration.minutes(5);

/** Answers with 5xx: those of the tasks, and those of the load balancer where no task answered. */
export function serverErrors({ loadBalancer, targets }: WatchedApi): cloudwatch.MathExpression {
  const statistic = cloudwatch.Stats.SUM;
  return new cloudwatch.MathExpression({
    expression: 'FILL(tasks, 0) + FILL(balancer, 0)',
    label: 'Answers with 5xx',
    usingMetrics: {
      tasks: targets.metrics.httpCodeTarget(elb.HttpCodeTarget.TARGET_5XX_COUNT, { statistic, period }),
      balancer: loadBalancer.metrics.httpCodeElb(elb.HttpCodeElb.ELB_5XX_COUNT, { statistic, period }),
    },
    period,
  });
}

/** What is watched of the API. */
export function apiAlarms(api: WatchedApi): readonly Watched[] {
  const { service, targets } = api;
  return [
    {
      name: 'api-errors',
      metric: serverErrors(api),
      when: 'above',
      threshold: 5,
      periods: 1,
      missing: 'good',
      meaning: 'Requests were answered with 5xx.',
    },
    {
      name: 'api-slow',
      metric: targets.metrics.targetResponseTime({ statistic: cloudwatch.Stats.p(95), period }),
      when: 'above',
      threshold: 1,
      periods: 3,
      missing: 'good',
      meaning: 'One request in twenty takes longer than a second.',
    },
    {
      name: 'api-memory',
      metric: service.metricMemoryUtilization({ statistic: cloudwatch.Stats.MAXIMUM, period }),
      when: 'above',
      threshold: 85,
      periods: 3,
      missing: 'ignore',
      meaning: 'A task of the API has nearly used up its memory.',
    },
    {
      name: 'api-healthy',
      // Each node of the load balancer counts for itself: one that sees none may be about to be taken away.
      metric: targets.metrics.healthyHostCount({ statistic: cloudwatch.Stats.MAXIMUM, period: Duration.minutes(1) }),
      when: 'below',
      threshold: 1,
      periods: 2,
      missing: 'bad',
      meaning: 'No task of the API answers.',
    },
  ];
}
