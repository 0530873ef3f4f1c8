export { interpret } from './interpret.ts';
export type { Interpretation, InterpretOptions } from './types.ts';
