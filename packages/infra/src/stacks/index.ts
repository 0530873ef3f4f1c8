export { ApiStack } from './api-stack.ts';
export { BudgetStack } from './budget-stack.ts';
export { DatabaseStack } from './database-stack.ts';
export { LoadsStack } from './loads-stack.ts';
export { NetworkStack } from './network-stack.ts';
export { RegistryStack } from './registry-stack.ts';
export { WatchStack } from './watch-stack.ts';
