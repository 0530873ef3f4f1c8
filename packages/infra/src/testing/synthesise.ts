import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { compose } from '../compose.ts';
import { production } from '../config/production.ts';
import type { Settings } from '../config/settings.ts';
import { staging } from '../config/staging.ts';

/** An account's own, as tests have it. */
export const deployment = {
  domain: {
    name: 'fluxion.example.com',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555',
  },
  imageTag: '0123abc',
  mail: 'operator@example.com',
  sourceFileSystem: 'fs-0123456789abcdef0',
};

export const environments = { staging: staging(deployment), production: production(deployment) };

export type StackName = keyof ReturnType<typeof compose>;

/** The stacks of an environment. */
export function stacksOf(settings: Settings): ReturnType<typeof compose> {
  return compose(new App(), settings);
}

/** The template of one stack, as CloudFormation would get it. */
export function templateOf(settings: Settings, stack: StackName): Template {
  return Template.fromStack(stacksOf(settings)[stack]);
}
