export { errorTable, exitCodes, type ErrorCode, type ExitCode } from './error-codes.ts';
export { FluxionError, messageOf } from './errors.ts';
export { quoteIdentifier, quoteLiteral, quoteQualified } from './sql.ts';
export { silentProgress, type Progress, type ProgressStage } from './progress.ts';
