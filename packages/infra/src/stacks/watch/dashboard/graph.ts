import { aws_cloudwatch as cloudwatch } from 'aws-cdk-lib';

/** Three in a row of 24. */
const size = { width: 8, height: 6 };

interface Graph {
  readonly title: string;
  readonly metrics: readonly cloudwatch.IMetric[];
  /** Against the right axis. */
  readonly others?: readonly cloudwatch.IMetric[];
  /** Whose threshold is drawn; left out where the settings make no such alarm. */
  readonly alarm?: cloudwatch.Alarm | undefined;
}

export function graph({ title, metrics, others = [], alarm }: Graph): cloudwatch.GraphWidget {
  return new cloudwatch.GraphWidget({
    ...size,
    title,
    left: [...metrics],
    right: [...others],
    leftYAxis: { min: 0 },
    leftAnnotations: alarm === undefined ? [] : [alarm.toAnnotation()],
  });
}

interface Table {
  readonly title: string;
  readonly logGroup: string;
  /** Of CloudWatch Logs Insights, one a line. */
  readonly query: readonly string[];
  readonly width: number;
}

export function table({ title, logGroup, query, width }: Table): cloudwatch.LogQueryWidget {
  return new cloudwatch.LogQueryWidget({
    width,
    height: 8,
    title,
    view: cloudwatch.LogQueryVisualizationType.TABLE,
    logGroupNames: [logGroup],
    queryLines: [...query],
  });
}
