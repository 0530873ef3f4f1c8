export { canonicalText, isComparable } from './canonical.ts';
export { chooseHash } from './choose-hash.ts';
export { md5RowHash, rowHasher, type RowHash, type RowHasher } from './row-hash.ts';
export { eachSide, type SqlPair } from './sql-pair.ts';
