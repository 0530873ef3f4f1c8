export { canonicalText, isComparable } from './canonical.ts';
export { chooseHash, md5Hash, type HashFunction } from './hash-function.ts';
export { rowHasher, type RowHasher } from './row-hash.ts';
export { eachSide, type SqlPair } from './sql-pair.ts';
