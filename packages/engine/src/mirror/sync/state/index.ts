export type { Pin, SyncContext } from './context.ts';
export { CopyState, type Failure } from './copy-state.ts';
export { readState, writeApplied, writeTable, type FileState, type TableState } from './file-state.ts';
export { Moved, OtherPast, outcomeOf, TableFailure } from './outcomes.ts';
