import { aws_cloudwatch as cloudwatch, type aws_sqs as sqs } from 'aws-cdk-lib';
import type { Settings } from '../../../config/settings.ts';
import type { PulseMetrics } from '../pulse-metrics.ts';
import type { Watched } from './alarm.ts';

export interface WatchedLoads {
  readonly pulse: PulseMetrics;
  readonly failedTasks: cloudwatch.IMetric;
  readonly deadLetters: sqs.IQueue;
}

/** How long a copy may lack a state of the database: longer than one of a chain's size is built in after a deploy. */
const longestLagSeconds = 900;

/** What is watched of loads, of the pulse that tells of them, and of the mirror. */
export function loadAlarms({ pulse, failedTasks, deadLetters }: WatchedLoads, settings: Settings): readonly Watched[] {
  const { loadAgeHours } = settings.watch;
  return [
    {
      name: 'loads-age',
      metric: pulse.salesAge,
      when: 'above',
      threshold: loadAgeHours,
      periods: 2,
      missing: 'ignore',
      meaning: `A store's sales are more than ${loadAgeHours} hours old; the dashboard's table of stores says which.`,
    },
    {
      name: 'loads-rejects',
      metric: pulse.rejects,
      when: 'above',
      threshold: 0,
      periods: 1,
      missing: 'ignore',
      meaning: 'Loads of the last 24 hours rejected lines.',
    },
    {
      name: 'loads-tasks',
      metric: failedTasks,
      when: 'above',
      threshold: 0,
      periods: 1,
      missing: 'good',
      meaning: 'A task that was run once or by schedule failed within the last hour.',
    },
    {
      name: 'loads-schedule',
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: cloudwatch.Stats.MAXIMUM }),
      when: 'above',
      threshold: 0,
      periods: 1,
      missing: 'good',
      meaning: 'AWS has refused for an hour to start a scheduled task.',
    },
    {
      name: 'mirror-lag',
      metric: pulse.mirrorLag,
      when: 'above',
      threshold: longestLagSeconds,
      periods: 3,
      missing: 'good',
      meaning: 'The columnar copy of a task does not follow the database.',
    },
    {
      name: 'pulse',
      // Whatever it tells: that it does.
      metric: pulse.rejects.with({ statistic: cloudwatch.Stats.SAMPLE_COUNT }),
      when: 'below',
      threshold: 1,
      periods: 3,
      missing: 'bad',
      meaning: 'The API has not told for 15 minutes how loads are: it does not run, or cannot ask the database.',
    },
  ];
}
