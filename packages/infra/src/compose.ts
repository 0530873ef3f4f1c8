import { Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from './config/settings.ts';
import {
  ApiStack,
  BudgetStack,
  DatabaseStack,
  LoadsStack,
  NetworkStack,
  RegistryStack,
  WatchStack,
} from './stacks/index.ts';

/** All stacks of an environment, by their names within it. Each knows only those before it. */
export function compose(scope: Construct, settings: Settings) {
  const id = (name: string) => `Fluxion-${settings.environment}-${name}`;
  const network = new NetworkStack(scope, id('Network'), { settings });
  const database = new DatabaseStack(scope, id('Database'), { settings, network });
  const registry = new RegistryStack(scope, id('Registry'), { settings });
  const loads = new LoadsStack(scope, id('Loads'), { settings, network, database, registry });
  const api = new ApiStack(scope, id('Api'), { settings, network, database, registry, loads });
  const watch = new WatchStack(scope, id('Watch'), { settings, database, api, loads });
  const budget = new BudgetStack(scope, id('Budget'), { settings });
  const stacks = { network, database, registry, loads, api, watch, budget };
  for (const stack of Object.values(stacks)) {
    Tags.of(stack).add('project', 'fluxion');
    Tags.of(stack).add('environment', settings.environment);
  }
  return stacks;
}
