export { describe } from './describe.ts';
export type { Description, FileFormat, ValueFormats } from './description.ts';
export { checkedEntry } from './feed-entry.ts';
export type { FeedEntry } from './feed-file-schema.ts';
export { readFeedFile, type FeedRule } from './feed-file.ts';
export { failOfFlags, type Fail } from './problems.ts';
export { toldBy, type Told } from './told.ts';
