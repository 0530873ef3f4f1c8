export { askBoth, type BothEngines, type Rows } from './ask-both.ts';
export { canonicalText, isComparable } from './canonical.ts';
export { chooseHash } from './choose-hash.ts';
export { fastRowHash, md5RowHash, rowHasher, exactSum, type RowHash, type RowHasher } from './row-hash.ts';
export { eachSide, type SqlPair } from './sql-pair.ts';
export type { StoredColumn } from './stored-column.ts';
