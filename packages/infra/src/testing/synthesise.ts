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
  scheduled: true,
};

export const environments = { staging: staging(deployment), production: production(deployment) };

type Stacks = ReturnType<typeof compose>;
export type StackName = keyof Stacks;

const made = new WeakMap<Settings, Stacks>();

/**
 * The stacks of an environment; the same ones for the same settings, since they take seconds to make. What the CDK knows to be
 * wrong with templates is asked when they are made for good: it takes six seconds to load.
 */
export function stacksOf(settings: Settings): Stacks {
  const stacks = made.get(settings) ?? compose(new App({ builtinCloudFormationValidation: false }), settings);
  made.set(settings, stacks);
  return stacks;
}

/** The template of one stack, as CloudFormation would get it. */
export function templateOf(settings: Settings, stack: StackName): Template {
  return Template.fromStack(stacksOf(settings)[stack]);
}
