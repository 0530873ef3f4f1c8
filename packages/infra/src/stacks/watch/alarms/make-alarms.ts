import type { aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../../../config/settings.ts';
import { makeAlarm, type Alarms } from './alarm.ts';
import { apiAlarms, type WatchedApi } from './api.ts';
import { databaseAlarms, type WatchedDatabase } from './database.ts';
import { loadAlarms, type WatchedLoads } from './loads.ts';

export interface WatchedParts extends WatchedLoads {
  readonly database: WatchedDatabase;
  readonly api: WatchedApi;
}

/** All alarms of the environment, by the name in each that tells what it is about. */
export function makeAlarms(scope: Construct, settings: Settings, topic: sns.ITopic, parts: WatchedParts): Alarms {
  const watched = [
    ...loadAlarms(parts, settings),
    ...apiAlarms(parts.api),
    ...databaseAlarms(parts.database, settings),
  ];
  return new Map(watched.map((each) => [each.name, makeAlarm(scope, settings.environment, topic, each)]));
}
