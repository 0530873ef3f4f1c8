import { aws_cloudwatch as cloudwatch, Duration, aws_logs as logs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { pulseFields } from './pulse-fields.ts';

/**
 * What is known to Fluxion alone. A store's age has no dimension: as a metric for each store it would cost as many times as
 * much, and its greatest value is what the alarm is about; which store that is, the lines tell (the dashboard's table).
 */
const metrics = {
  salesAge: { metricName: 'SalesAgeHours', unit: cloudwatch.Unit.NONE },
  rejects: { metricName: 'RejectedLines', unit: cloudwatch.Unit.COUNT },
  mirrorLag: { metricName: 'MirrorLagSeconds', unit: cloudwatch.Unit.SECONDS },
} as const;

export type PulseMetrics = Readonly<Record<keyof typeof pulseFields, cloudwatch.Metric>>;

/** Reads the numbers out of the API's log. Each task of it writes them: the greatest counts. */
export function readPulse(scope: Construct, environment: string, logGroup: logs.ILogGroup): PulseMetrics {
  const read = (name: keyof typeof pulseFields) => {
    const { metricName, unit } = metrics[name];
    const filter = new logs.MetricFilter(scope, metricName, {
      logGroup,
      metricNamespace: `Fluxion/${environment}`,
      metricName,
      // A field may be there and null: only a number is one.
      filterPattern: logs.FilterPattern.numberValue(pulseFields[name], '>=', 0),
      metricValue: pulseFields[name],
      unit,
    });
    return filter.metric({ statistic: cloudwatch.Stats.MAXIMUM, period: Duration.minutes(5) });
  };
  return { salesAge: read('salesAge'), rejects: read('rejects'), mirrorLag: read('mirrorLag') };
}
