import { type aws_cloudwatch as cloudwatch, type aws_logs as logs } from 'aws-cdk-lib';
import type { PulseMetrics } from '../pulse-metrics.ts';
import type { Alarms } from '../alarms/alarm.ts';
import { graph, table } from './graph.ts';

export interface ShownLoads {
  readonly pulse: PulseMetrics;
  readonly apiLogs: logs.ILogGroup;
  readonly failedTasks: logs.ILogGroup;
}

/** How fresh the data are, store by store, and what went wrong on their way. */
export function loadGraphs({ pulse, apiLogs, failedTasks }: ShownLoads, alarms: Alarms): readonly cloudwatch.IWidget[] {
  return [
    graph({
      title: 'Sales of the store that is furthest behind (hours old)',
      metrics: [pulse.salesAge],
      alarm: alarms.get('loads-age'),
    }),
    graph({
      title: 'Rejected lines of the last 24 hours',
      metrics: [pulse.rejects],
      alarm: alarms.get('loads-rejects'),
    }),
    graph({
      title: 'Mirror: behind the database (s)',
      metrics: [pulse.mirrorLag],
      alarm: alarms.get('mirror-lag'),
    }),
    table({
      title: 'Stores, the one that is furthest behind first',
      logGroup: apiLogs.logGroupName,
      query: [
        "filter msg = 'pulse of a store'",
        'stats latest(store.ageHours) as hours_old, latest(store.missingFrom) as missing_from, latest(store.gaps) as gaps by store.code',
        'sort hours_old desc',
      ],
      width: 8,
    }),
    table({
      title: 'Tasks of the API, and what each last told',
      logGroup: apiLogs.logGroupName,
      query: [
        "filter msg = 'pulse'",
        'stats latest(pulse.mirrorState) as mirror, latest(pulse.mirrorLagSeconds) as lag_s, latest(pulse.failedLoads) as failed_loads, latest(pulse.pendingUnits) as pending by @logStream',
      ],
      width: 8,
    }),
    table({
      title: 'Tasks that failed',
      logGroup: failedTasks.logGroupName,
      query: [
        'fields @timestamp, detail.group, detail.containers.0.exitCode, detail.stoppedReason',
        'sort @timestamp desc',
        'limit 20',
      ],
      width: 8,
    }),
  ];
}
