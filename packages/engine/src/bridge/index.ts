export { copyQuery, type CopiedColumn, type CopyQueryOptions } from './copy-query.ts';
