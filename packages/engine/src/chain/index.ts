export { factTables, type FactTable } from './fact-tables.ts';
export { mirroredTables, type TableToMirror } from './mirror.ts';
export { ensurePartitionsAhead } from './partitions-ahead.ts';
export { selectFor, type SourceColumns } from './source-selects.ts';
export {
  chainProfile,
  type ChainProfile,
  type CopyAhead,
  type CopiedTable,
  type CopyChanges,
} from './target-profile.ts';
