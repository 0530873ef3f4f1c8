export {
  feedNames,
  isFeedName,
  type FeedName,
  type FeedSpec,
  type FieldSpec,
  type FieldType,
} from './feeds/feed-spec.ts';
export { feeds } from './feeds/feeds.ts';
export type { Description, FileFormat, ValueFormats } from './description/description.ts';
export { rawTextLimit, type Records, type StageOptions, type UnreadableRecord } from './records/records.ts';
export type { Delivery } from './records/delivery.ts';
export { matchColumns, type Mapping } from './mapping/index.ts';
export { joinParts } from './records/join-deliveries.ts';
export {
  addSource,
  askSource,
  describeAnswer,
  findSource,
  listSources,
  removeSource,
  setSourceActive,
  silentStores,
  SourceFailure,
  systemClock,
  type AskedStore,
  type Clock,
  type KeptSource,
  type Secrets,
  type SilentStore,
  type Source,
} from './http/index.ts';
export { fileDeliveries, type FileDeliveries, type FileFlags, type LeftOut } from './files/index.ts';
export { failIn, readJsonFile, type Fail } from './description/index.ts';
