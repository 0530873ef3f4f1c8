import type { Settings } from '../../config/settings.ts';
import type { DatabaseStack } from '../database-stack.ts';
import type { NetworkStack } from '../network-stack.ts';
import type { RegistryStack } from '../registry-stack.ts';

/** What every stack with tasks is made from. */
export interface TasksProps {
  readonly settings: Settings;
  readonly network: NetworkStack;
  readonly database: DatabaseStack;
  readonly registry: RegistryStack;
}
