import { aws_cloudwatch as cloudwatch, Duration, aws_logs as logs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** A number of the lines that the API writes to its log each minute (the pulse), as a metric of ours. */
interface PulseMetric {
  readonly metricName: string;
  /** Where the line has it. */
  readonly field: string;
  readonly unit: cloudwatch.Unit;
}

/**
 * What is known to Fluxion alone. A store's age has no dimension: as a metric for each store it would cost as many times as
 * much, and its greatest value is what the alarm is about; which store that is, the lines tell (`stores` of the dashboard).
 */
export const pulseMetrics = {
  salesAge: { metricName: 'SalesAgeHours', field: '$.store.ageHours', unit: cloudwatch.Unit.NONE },
  rejects: { metricName: 'RejectedLines', field: '$.pulse.rejectedLines', unit: cloudwatch.Unit.COUNT },
  mirrorLag: { metricName: 'MirrorLagSeconds', field: '$.pulse.mirrorLagSeconds', unit: cloudwatch.Unit.SECONDS },
} as const satisfies Record<string, PulseMetric>;

export type PulseMetrics = Readonly<Record<keyof typeof pulseMetrics, cloudwatch.Metric>>;

/** Reads the numbers out of the API's log. Each task of it writes them: the greatest counts. */
export function readPulse(scope: Construct, environment: string, logGroup: logs.ILogGroup): PulseMetrics {
  const read = ({ metricName, field, unit }: PulseMetric) =>
    new logs.MetricFilter(scope, metricName, {
      logGroup,
      metricNamespace: `Fluxion/${environment}`,
      metricName,
      // Also null has the field: only a number is one.
      filterPattern: logs.FilterPattern.numberValue(field, '>=', 0),
      metricValue: field,
      unit,
    }).metric({ statistic: cloudwatch.Stats.MAXIMUM, period: Duration.minutes(5) });
  return {
    salesAge: read(pulseMetrics.salesAge),
    rejects: read(pulseMetrics.rejects),
    mirrorLag: read(pulseMetrics.mirrorLag),
  };
}
