export { migrate } from './migrate.ts';
export type { BeforeCopy, MigrateOptions, TargetProfile, TransferOptions } from './options.ts';
export { isPartial, type MigrateReport, type TableReport } from './report.ts';
export { completedRun, markProven, type CompletedRun } from './run/ledger.ts';
export { verify, type TableVerification, type VerifyReport } from './verify/verify.ts';
export type { RowDifference } from './verify/locate.ts';
export { recoverTarget } from './run/recover.ts';
