import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Settings } from '../config/settings.ts';
import { DatabaseStack } from '../stacks/database-stack.ts';
import { NetworkStack } from '../stacks/network-stack.ts';

/** The two stacks that the others stand on, without those: half the time of all. */
export function foundationOf(settings: Settings) {
  const app = new App();
  const network = new NetworkStack(app, 'Network', { settings });
  return { network, database: new DatabaseStack(app, 'Database', { settings, network }) };
}

/** The network's template, alone. */
export function networkOf(settings: Settings): Template {
  return Template.fromStack(new NetworkStack(new App(), 'Network', { settings }));
}
