export { describe } from './describe.ts';
export type { Description } from './description.ts';
export { checkedEntry } from './feed-entry.ts';
export type { FeedEntry } from './feed-file-schema.ts';
export { readFeedFile, readJsonFile, type FeedRule } from './feed-file.ts';
export { failIn, failOfFlags, type Fail } from './problems.ts';
export { toldBy, type Told } from './told.ts';
