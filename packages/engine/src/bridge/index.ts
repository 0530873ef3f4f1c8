export { inBothTransactions } from './both-transactions.ts';
export { copyQuery, type CopiedColumn, type CopyQueryOptions } from './copy-query.ts';
export {
  askBoth,
  canonicalText,
  chooseHash,
  eachSide,
  exactSum,
  fastRowHash,
  isComparable,
  md5RowHash,
  rowHasher,
  type BothEngines,
  type RowHash,
  type RowHasher,
  type Rows,
  type SqlPair,
  type StoredColumn,
} from './digest/index.ts';
export { isTooDeep, jsonTextOf, literalWithoutDollar, withoutArrays } from './nested/index.ts';
export { takeQuery, type TakenColumn, type TakeQueryOptions } from './take-query.ts';
export { columnWays, enumOf, mirrorWay, type ColumnWay } from './ways/index.ts';
