import { aws_cloudwatch as cloudwatch, Duration, type aws_rds as rds } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { WatchedApi } from '../alarms/api.ts';
import { apiGraphs } from './api.ts';
import { databaseGraphs } from './database.ts';
import type { Alarms } from '../alarms/alarm.ts';
import { loadGraphs, type ShownLoads } from './loads.ts';

export interface Shown extends ShownLoads {
  readonly environment: string;
  readonly instance: rds.IDatabaseInstance;
  readonly api: WatchedApi;
  readonly alarms: Alarms;
}

/** All that is watched on one page: first what is wrong, then the data, the API, the database. */
export function makeDashboard(scope: Construct, shown: Shown): cloudwatch.Dashboard {
  const { environment, instance, api, alarms } = shown;
  const dashboard = new cloudwatch.Dashboard(scope, 'Dashboard', {
    dashboardName: `fluxion-${environment}`,
    defaultInterval: Duration.days(1),
  });
  dashboard.addWidgets(
    new cloudwatch.AlarmStatusWidget({ title: 'Alarms', width: 24, height: 4, alarms: [...alarms.values()] }),
  );
  // Each fills its row and goes on in the next.
  dashboard.addWidgets(...loadGraphs(shown, alarms));
  dashboard.addWidgets(...apiGraphs(api, alarms));
  dashboard.addWidgets(...databaseGraphs(instance, alarms));
  return dashboard;
}
