import { aws_cloudwatch as cloudwatch, type aws_rds as rds, Duration } from 'aws-cdk-lib';
import type { Settings } from '../../../config/settings.ts';
import { connectionsOf } from '../../database/index.ts';
import type { Watched } from './alarm.ts';

export interface WatchedDatabase {
  readonly instance: rds.IDatabaseInstance;
  readonly replica: rds.IDatabaseInstance | undefined;
}

const gib = 1024 ** 3;
const period = Duration.minutes(5);

/** Where RDS still has room to grow its storage by itself it begins at a tenth of it, after five minutes. */
const freeShare = 0.1;
/** What Linux and PostgreSQL's sessions need between them before it swaps. */
const leastMemory = 0.25 * gib;
/** One is a core's minute: both cores at full speed for 50 minutes. */
const leastCredits = 100;

/** Of the small classes the disk's speed is lent for half an hour a day; the scarcer of what is left of requests and of bytes. */
export function diskBurst({ instance }: Pick<WatchedDatabase, 'instance'>): cloudwatch.MathExpression {
  const statistic = cloudwatch.Stats.MINIMUM;
  return new cloudwatch.MathExpression({
    expression: 'MIN([requests, bytes])',
    label: 'Burst of the disk left, %',
    usingMetrics: {
      requests: instance.metric('EBSIOBalance%', { statistic, period }),
      bytes: instance.metric('EBSByteBalance%', { statistic, period }),
    },
    period,
  });
}

/** Only classes whose cores are lent have credits: t3, t4g. */
function credits({ instance }: Pick<WatchedDatabase, 'instance'>, { database }: Settings): readonly Watched[] {
  if (!/^t\d/.test(database.instance)) return [];
  return [
    {
      name: 'database-credits',
      metric: instance.metric('CPUCreditBalance', { statistic: cloudwatch.Stats.MINIMUM, period }),
      when: 'below',
      threshold: leastCredits,
      periods: 3,
      missing: 'good',
      meaning: 'The database has used up most of the processor that it had saved: soon each further hour is charged.',
    },
  ];
}

function replica({ replica: copy }: Pick<WatchedDatabase, 'replica'>): readonly Watched[] {
  if (copy === undefined) return [];
  return [
    {
      name: 'database-replica',
      metric: copy.metric('ReplicaLag', { statistic: cloudwatch.Stats.MAXIMUM, period }),
      when: 'above',
      threshold: 300,
      periods: 3,
      missing: 'bad',
      meaning: 'The read replica is minutes behind the database.',
    },
  ];
}

/** What is watched of the database. */
export function databaseAlarms(database: WatchedDatabase, settings: Settings): readonly Watched[] {
  const { instance } = database;
  const { AVERAGE: average, MINIMUM: least, MAXIMUM: most } = cloudwatch.Stats;
  return [
    {
      name: 'database-cpu',
      metric: instance.metricCPUUtilization({ statistic: average, period }),
      when: 'above',
      threshold: 50,
      periods: 3,
      missing: 'ignore',
      meaning: "The database's processor is more than half busy.",
    },
    {
      name: 'database-storage',
      metric: instance.metricFreeStorageSpace({ statistic: least, period }),
      when: 'below',
      threshold: settings.database.storageGb * freeShare * gib,
      periods: 6,
      missing: 'ignore',
      meaning: "The database's storage is nearly full, and RDS has not made it larger.",
    },
    {
      name: 'database-connections',
      metric: instance.metricDatabaseConnections({ statistic: most, period }),
      when: 'above',
      threshold: Math.floor(connectionsOf(settings).allowed * 0.8),
      periods: 3,
      missing: 'ignore',
      meaning: 'More than four fifths of the connections that the database allows are open.',
    },
    {
      name: 'database-memory',
      metric: instance.metricFreeableMemory({ statistic: average, period }),
      when: 'below',
      threshold: leastMemory,
      periods: 3,
      missing: 'ignore',
      meaning: 'The database has hardly any memory left.',
    },
    ...credits(database, settings),
    {
      name: 'database-disk',
      metric: diskBurst(database),
      when: 'below',
      threshold: 30,
      periods: 3,
      missing: 'good',
      meaning:
        "The database has used up most of the disk's lent speed: soon it is as fast as its class, and no faster.",
    },
    ...replica(database),
  ];
}
