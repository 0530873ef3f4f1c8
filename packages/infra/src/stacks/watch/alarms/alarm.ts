import { aws_cloudwatch as cloudwatch, aws_cloudwatch_actions as actions, type aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Something that somebody is told of. docs/operation.md says of each what it means and what to do. */
export interface Watched {
  /** Unique, in lower case: `database-cpu`. */
  readonly name: string;
  readonly metric: cloudwatch.IMetric;
  readonly when: 'above' | 'below';
  /** In the metric's unit. */
  readonly threshold: number;
  /** For so many of the metric's periods in a row. */
  readonly periods: number;
  /** Whether no news is good news; `ignore` leaves the alarm as it is. */
  readonly missing: 'good' | 'bad' | 'ignore';
  /** One sentence for the mail. */
  readonly meaning: string;
}

/** The alarms of an environment, by the names that `Watched` gives them. */
export type Alarms = ReadonlyMap<string, cloudwatch.Alarm>;

const treatments = {
  good: cloudwatch.TreatMissingData.NOT_BREACHING,
  bad: cloudwatch.TreatMissingData.BREACHING,
  ignore: cloudwatch.TreatMissingData.IGNORE,
};
const comparisons = {
  above: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
  below: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
};

/** An alarm that tells the topic when it begins and when it is over. */
export function makeAlarm(
  scope: Construct,
  environment: string,
  topic: sns.ITopic,
  watched: Watched,
): cloudwatch.Alarm {
  const { name, metric, when, threshold, periods, missing, meaning } = watched;
  const alarm = new cloudwatch.Alarm(scope, name, {
    alarmName: `fluxion-${environment}-${name}`,
    alarmDescription: `${meaning} What to do: docs/operation.md, Alarms, ${name}.`,
    metric,
    comparisonOperator: comparisons[when],
    threshold,
    evaluationPeriods: periods,
    treatMissingData: treatments[missing],
    // A percentile of a handful of requests says nothing.
    evaluateLowSampleCountPercentile: 'ignore',
  });
  const tell = new actions.SnsAction(topic);
  alarm.addAlarmAction(tell);
  alarm.addOkAction(tell);
  return alarm;
}
