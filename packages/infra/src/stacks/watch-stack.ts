import { CfnOutput, Stack, type aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings.ts';
import type { ApiStack } from './api-stack.ts';
import type { DatabaseStack } from './database-stack.ts';
import type { LoadsStack } from './loads-stack.ts';
import {
  makeAlarms,
  makeDashboard,
  makeTopic,
  collectFailedTasks,
  readPulse,
  tellDatabaseEvents,
} from './watch/index.ts';

export interface WatchStackProps {
  readonly settings: Settings;
  readonly database: DatabaseStack;
  readonly api: ApiStack;
  readonly loads: LoadsStack;
}

/** The dashboard for operators, the alarms and who is told of them. */
export class WatchStack extends Stack {
  /** Where alarms are told, for whoever else wants to know of them: a chat, a pager. */
  readonly topic: sns.ITopic;

  constructor(scope: Construct, id: string, { settings, database, api, loads }: WatchStackProps) {
    super(scope, id, { env: { region: settings.region } });
    const { environment } = settings;
    const topic = makeTopic(this, settings);
    const pulse = readPulse(this, environment, api.logs);
    const failedTasks = collectFailedTasks(this, settings, loads.cluster);
    const { deadLetters } = loads;
    const alarms = makeAlarms(this, settings, topic, {
      database,
      api,
      pulse,
      failedTasks: failedTasks.metric,
      deadLetters,
    });
    tellDatabaseEvents(this, database.instance, topic);
    const { instance } = database;
    const shown = { environment, instance, api, alarms, pulse, apiLogs: api.logs, failedTasks: failedTasks.logs };
    const { dashboardName } = makeDashboard(this, shown);
    new CfnOutput(this, 'DashboardAddress', {
      description: 'What the operators look at',
      value: `https://${this.region}.console.aws.amazon.com/cloudwatch/home?region=${this.region}#dashboards/dashboard/${dashboardName}`,
    });
    this.topic = topic;
  }
}
