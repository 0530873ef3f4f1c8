export { errorTable, exitCodes, type ErrorCode, type ExitCode } from './error-codes.ts';
export { FluxionError, messageOf } from './errors.ts';
export { quoteIdentifier, quoteLiteral, quoteQualified } from './sql.ts';
export { silentProgress, type Progress, type ProgressStage } from './progress.ts';
export { isBusinessDate } from './business-date.ts';
export { decimalText } from './decimal-text.ts';
export { scopeIncludes, scopeParameter, type StoreScope } from './store-scope.ts';
export type { SqlRunner } from './sql-runner.ts';
