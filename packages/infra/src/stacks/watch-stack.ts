import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings.ts';
import type { ApiStack } from './api-stack.ts';
import type { DatabaseStack } from './database-stack.ts';
import type { LoadsStack } from './loads-stack.ts';

export interface WatchStackProps {
  readonly settings: Settings;
  readonly database: DatabaseStack;
  readonly api: ApiStack;
  readonly loads: LoadsStack;
}

/** The dashboard for operators, the alarms and who is told of them. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { settings }: WatchStackProps) {
    super(scope, id, { env: { region: settings.region } });
  }
}
