export type { AskedStore, AskOptions } from './ask/ask-options.ts';
export { askSource } from './ask/ask-source.ts';
export { describeAnswer } from './delivery/describe-answer.ts';
export { systemClock, type Clock } from './clock.ts';
export type { Source, SourceSchedule } from './define/source.ts';
export type { Secrets } from './define/template.ts';
export { SourceFailure } from './failure.ts';
export {
  addSource,
  findSource,
  listSources,
  removeSource,
  setSourceActive,
  silentStores,
  type KeptSource,
  type SilentStore,
} from './registry.ts';
