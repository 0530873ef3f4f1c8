import { Stack, type aws_logs as logs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ApiStack, ApiStackProps } from './api-stack.ts';

export interface LoadsStackProps extends ApiStackProps {
  readonly api: ApiStack;
}

/** What runs as a task of its own: scheduled loads, the migration, the making of the role. */
export class LoadsStack extends Stack {
  declare readonly logs: logs.ILogGroup;

  constructor(scope: Construct, id: string, { settings }: LoadsStackProps) {
    super(scope, id, { env: { region: settings.region } });
  }
}
