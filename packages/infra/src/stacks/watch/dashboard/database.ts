import { aws_cloudwatch as cloudwatch, type aws_rds as rds, Duration } from 'aws-cdk-lib';
import { diskBurst } from '../alarms/database.ts';
import type { Alarms } from '../alarms/alarm.ts';
import { graph } from './graph.ts';

const { AVERAGE: average, MAXIMUM: most, MINIMUM: least } = cloudwatch.Stats;
const period = Duration.minutes(5);

/** How the database is. */
export function databaseGraphs(instance: rds.IDatabaseInstance, alarms: Alarms): readonly cloudwatch.IWidget[] {
  const named = (metricName: string, statistic: string) => instance.metric(metricName, { statistic, period });
  return [
    graph({
      title: 'Database: processor (%), and what is saved of it (credits)',
      metrics: [named('CPUUtilization', average)],
      others: alarms.has('database-credits') ? [named('CPUCreditBalance', least)] : [],
      alarm: alarms.get('database-cpu'),
    }),
    graph({
      title: 'Database: connections',
      metrics: [named('DatabaseConnections', most)],
      alarm: alarms.get('database-connections'),
    }),
    graph({
      title: 'Database: free storage (bytes)',
      metrics: [named('FreeStorageSpace', least)],
      alarm: alarms.get('database-storage'),
    }),
    graph({
      title: 'Database: free memory, swapped (bytes)',
      metrics: [named('FreeableMemory', least), named('SwapUsage', most)],
      alarm: alarms.get('database-memory'),
    }),
    graph({
      title: 'Database: reads and writes (a second), burst left (%)',
      metrics: [named('ReadIOPS', average), named('WriteIOPS', average)],
      others: [diskBurst({ instance })],
    }),
    graph({
      title: 'Database: time of a read and of a write (s)',
      metrics: [named('ReadLatency', average), named('WriteLatency', average)],
    }),
  ];
}
