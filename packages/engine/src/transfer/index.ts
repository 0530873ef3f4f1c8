export { migrate } from './migrate.ts';
export type { BeforeCopy, MigrateOptions, OnLoss, TargetProfile, TransferOptions } from './options.ts';
export {
  isPartial,
  type LossReport,
  type MigrateReport,
  type ObjectKind,
  type ObjectReport,
  type TableReport,
} from './report.ts';
export { completedRun, markProven, unfinishedRuns, type CompletedRun, type Run } from './ledger/index.ts';
export { verify, type RowDifference, type TableVerification, type VerifyReport } from './verify/index.ts';
export { recoverTarget } from './run/earlier/recover.ts';
export { exportDatabase } from './export/export.ts';
export type { ExportedTableReport, ExportOptions, ExportReport } from './export/options.ts';
