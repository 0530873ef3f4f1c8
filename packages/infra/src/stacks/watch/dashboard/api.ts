import { aws_cloudwatch as cloudwatch, Duration } from 'aws-cdk-lib';
import { serverErrors, type WatchedApi } from '../alarms/api.ts';
import type { Alarms } from '../alarms/alarm.ts';
import { graph } from './graph.ts';

const { AVERAGE: average, MAXIMUM: most, SUM: sum } = cloudwatch.Stats;
const period = Duration.minutes(5);

/** How the API answers, and what its tasks have to do it with. */
export function apiGraphs(api: WatchedApi, alarms: Alarms): readonly cloudwatch.IWidget[] {
  const { service, targets } = api;
  const answered = (percent: number) =>
    targets.metrics.targetResponseTime({ statistic: cloudwatch.Stats.p(percent), period });
  return [
    graph({
      title: 'API: answers with 5xx, and all requests',
      metrics: [serverErrors(api)],
      others: [targets.metrics.requestCount({ statistic: sum, period })],
      alarm: alarms.get('api-errors'),
    }),
    graph({
      title: 'API: time to answer (s)',
      metrics: [answered(50), answered(95), answered(99)],
      alarm: alarms.get('api-slow'),
    }),
    graph({
      title: 'API: tasks that answer',
      metrics: [targets.metrics.healthyHostCount({ statistic: most, period: Duration.minutes(1) })],
      alarm: alarms.get('api-healthy'),
    }),
    graph({
      title: 'API: memory of the fullest task (%)',
      metrics: [service.metricMemoryUtilization({ statistic: most, period })],
      alarm: alarms.get('api-memory'),
    }),
    graph({
      title: 'API: processor (%)',
      metrics: [
        service.metricCpuUtilization({ statistic: average, period }),
        service.metricCpuUtilization({ statistic: most, period }),
      ],
    }),
  ];
}
