export { inBothTransactions } from './both-transactions.ts';
export { copyQuery, type CopiedColumn, type CopyQueryOptions } from './copy-query.ts';
